package io.countersign;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Records the statements that the current thread sends to the database of an application. */
public class SentStatements implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> SENT = ThreadLocal.withInitial(ArrayList::new);

    /** Returns the statements since the last call. */
    public static List<String> take() {
        List<String> taken = List.copyOf(SENT.get());
        SENT.get().clear();
        return taken;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? new Recording(dataSource) : bean;
    }

    private static final class Recording extends DelegatingDataSource {

        Recording(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return proxy(Connection.class, (proxy, method, arguments) -> {
                Object result = call(() -> method.invoke(connection, arguments));
                if (result instanceof PreparedStatement statement) {
                    return recording(PreparedStatement.class, statement, (String) arguments[0]);
                }
                return result instanceof Statement statement ? recording(Statement.class, statement, null) : result;
            });
        }

        private static <S extends Statement> S recording(Class<S> type, S statement, String prepared) {
            return proxy(type, (proxy, method, arguments) -> {
                if (method.getName().startsWith("execute")) {
                    SENT.get().add(prepared != null ? prepared : String.valueOf(arguments[0]));
                }
                return call(() -> method.invoke(statement, arguments));
            });
        }

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }

        private static Object call(Call call) throws Throwable {
            try {
                return call.make();
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private interface Call {
            Object make() throws Exception;
        }
    }
}
