package io.countersign.team.persistence;

import static io.countersign.invitation.InvitationColumns.instant;
import static io.countersign.invitation.InvitationColumns.time;

import io.countersign.connection.InvitationId;
import io.countersign.team.Comment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Stores comments on invitations and the users they mention. */
@Repository
public class CommentRepository {

    private final JdbcClient jdbc;

    CommentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(InvitationId id, Comment comment, Collection<String> named) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into invitation_comment (invitation_id, person, created_at, text) values (:id, :person, :at, :text)")
                .param("id", id.value())
                .param("person", comment.person())
                .param("at", time(comment.at()))
                .param("text", comment.words())
                .update(key, "id");
        long remark = Objects.requireNonNull(key.getKey()).longValue();
        named.forEach(person -> jdbc.sql(
                        "insert into mention (comment_id, invitation_id, person, seen) values (:remark, :id, :person, false)")
                .param("remark", remark)
                .param("id", id.value())
                .param("person", person)
                .update());
    }

    /** Returns whether the user wrote the same text after a point in time. */
    public boolean contains(InvitationId id, Comment comment, Instant after) {
        return jdbc.sql("""
                        select exists (select 1 from invitation_comment
                          where invitation_id = :id and person = :person and text = :text and created_at > :after)""")
                .param("id", id.value())
                .param("person", comment.person())
                .param("text", comment.words())
                .param("after", time(after))
                .query(Boolean.class)
                .single();
    }

    /** Returns the comments from the oldest to the newest. */
    public List<Comment> of(InvitationId id) {
        return jdbc.sql("select person, text, created_at from invitation_comment where invitation_id = :id order by id")
                .param("id", id.value())
                .query((row, number) -> comment(row))
                .list();
    }

    /** Returns the invitations with a comment that mentions the user and that the user has not acknowledged. */
    public Set<InvitationId> unseenBy(String person) {
        return jdbc.sql("select invitation_id from mention where person = :person and not seen")
                .param("person", person)
                .query((row, number) -> new InvitationId(row.getString(1)))
                .set();
    }

    public void seen(InvitationId id, String person) {
        jdbc.sql("update mention set seen = true where invitation_id = :id and person = :person and not seen")
                .param("id", id.value())
                .param("person", person)
                .update();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        Instant at = Objects.requireNonNull(instant(row, "created_at"));
        return new Comment(row.getString("person"), row.getString("text"), at);
    }
}
