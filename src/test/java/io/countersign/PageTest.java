package io.countersign;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * Tests pages of the application with a fake of AWS. All such tests share one application, so each uses its own
 * invitations.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        properties = {
            "countersign.sync.every=1h",
            "countersign.passkey.roles=",
            "countersign.connections[0].account-id=111122223333",
            "countersign.connections[0].name=Retail prod",
            "countersign.connections[0].regions=eu-west-1",
            "countersign.connections[1].account-id=222233334444",
            "countersign.connections[1].name=Logistics",
            "countersign.connections[1].regions=us-east-1",
            "countersign.accounts[0].account-id=555566667777",
            "countersign.accounts[0].name=Northwind Platform",
            "countersign.accounts[0].internal=true",
            "countersign.people[0].name=reviewer",
            "countersign.people[0].password=" + PageTest.HASH,
            "countersign.people[0].roles=REVIEWER",
            "countersign.people[1].name=lead",
            "countersign.people[1].password=" + PageTest.HASH,
            "countersign.people[1].roles=LEAD",
            "countersign.people[2].name=auditor",
            "countersign.people[2].password=" + PageTest.HASH,
            "countersign.people[2].roles=AUDITOR"
        })
@TestDatabaseProperties
@AutoConfigureMockMvc
@Import({Pages.class, ListedForPages.class})
public @interface PageTest {

    String HASH =
            "{argon2}$argon2id$v=19$m=19456,t=2,p=1$f5R3Pde5TYjfe2rE70thHA$V1qwueHbMF9P5H8jYa0MeCdVCeHNuoHF+ESFEJIWd1Y";
}
