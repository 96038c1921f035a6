package io.countersign.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.TestDatabase;
import io.countersign.audit.chain.SigningKey;
import io.countersign.identity.TestClock;
import io.countersign.identity.account.JdbcPersonRepository;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class SignInThrottleTests {

    static final String HOME = "192.0.2.1";
    static final String STRANGER = "198.51.100.7";

    final TestClock clock = new TestClock();
    final SigningKey key = SigningKey.of(SigningKey.newPem());
    KnownDevices devices;
    DataSource database;
    SignInThrottle throttle;

    @BeforeEach
    void create() {
        database = TestDatabase.migrated();
        devices = new KnownDevices(key, new JdbcPersonRepository(JdbcClient.create(database)), clock);
        throttle = replica();
        setPassword("first");
    }

    @AfterEach
    void endRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void limitsANameOfANetwork() {
        from(STRANGER);
        assertThat(take("eve", 6)).containsExactly(true, true, true, true, true, false);
        assertThat(throttle.takeSignIn("mallory")).isTrue();
        from(HOME);
        assertThat(throttle.takeSignIn("eve")).isTrue();
    }

    @Test
    void startsAgainAfterFifteenMinutesRegardlessOfFurtherAttempts() {
        from(STRANGER);
        take("eve", 5);
        clock.advance(SignInThrottle.WINDOW.minusMillis(1));
        assertThat(throttle.takeSignIn("eve")).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(take("eve", 6)).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void strangersCannotLockOutAKnownDevice() {
        Cookie device = signedInBefore("eve");
        lockOut("eve");
        from(HOME);
        assertThat(throttle.takeSignIn("eve")).isFalse();
        from(HOME, device);
        assertThat(take("eve", 6)).containsExactly(true, true, true, true, true, false);
    }

    @Test
    void aDeviceOfAnotherUserOrWithAForgedCookieIsNotKnown() {
        Cookie device = signedInBefore("mallory");
        lockOut("eve");
        from(HOME, device);
        assertThat(throttle.takeSignIn("eve")).isFalse();
        for (String forged : List.of("x", ".", "", "x.", device.getValue().replace(".", ".0"))) {
            from(HOME, new Cookie("device", forged));
            assertThat(throttle.takeSignIn("eve")).as(forged).isFalse();
        }
    }

    @Test
    void aDeviceIsNotKnownAfterAnotherPasswordOrHalfAYear() {
        Cookie device = signedInBefore("eve");
        lockOut("eve");
        setPassword("second");
        from(HOME, device);
        assertThat(throttle.takeSignIn("eve")).isFalse();
        setPassword("first");
        assertThat(throttle.takeSignIn("eve")).isTrue();
        clock.advance(Duration.ofDays(180));
        assertThat(devices.id("eve", request())).isEmpty();
    }

    @Test
    void aKnownDeviceKeepsItsIdSoThatSignInsGiveNoFurtherAttempts() {
        Cookie device = signedInBefore("eve");
        from(HOME, device);
        clock.advance(Duration.ofDays(1));
        assertThat(id(remembered("eve"))).isEqualTo(id(device));
    }

    @Test
    void givesTheAttemptsBackAfterACorrectPassword() {
        from(HOME);
        take("eve", 5);
        throttle.signedIn("eve");
        assertThat(throttle.takeSignIn("eve")).isTrue();
        IntStream.range(0, 3 * SignInThrottle.LIMIT_OF_NETWORK).forEach(any -> {
            assertThat(throttle.takeSignIn("EVE")).isTrue();
            throttle.signedIn("eve");
        });
    }

    @Test
    void limitsTheNamesThatANetworkTries() {
        from(STRANGER);
        assertThat(IntStream.range(0, 1000).filter(i -> throttle.takeSignIn("name" + i)))
                .hasSize(SignInThrottle.LIMIT_OF_NETWORK);
        from(HOME);
        assertThat(throttle.takeSignIn("name1")).isTrue();
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from sign_in_attempt")
                        .query(Integer.class)
                        .single())
                .as("counters of names, networks and both")
                .isLessThanOrEqualTo(2 * SignInThrottle.LIMIT_OF_NETWORK + 5);
    }

    @Test
    void aSignedInUserConfirmsThePasswordWhileStrangersTryTheName() {
        lockOut("eve");
        assertThat(Collections.nCopies(6, "eve").stream().map(throttle::takeConfirmation))
                .containsExactly(true, true, true, true, true, false);
        throttle.confirmed("eve");
        assertThat(throttle.takeConfirmation("eve")).isTrue();
    }

    /** Each guess comes from a network of its own. */
    @Test
    void thousandGuessesOverTwoReplicasNeverExceedTheBound() throws Exception {
        List<SignInThrottle> replicas = List.of(throttle, replica());
        AtomicInteger checked = new AtomicInteger();
        List<Callable<Void>> guesses = IntStream.range(0, 1000)
                .<Callable<Void>>mapToObj(i -> () -> {
                    from("203.0." + i / 250 + "." + i % 250);
                    if (replicas.get(i % 2).takeSignIn("eve")) {
                        checked.incrementAndGet();
                    }
                    return null;
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Void> guess : threads.invokeAll(guesses)) {
                guess.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(checked).hasValue(SignInThrottle.LIMIT_OF_NAME);
    }

    @Test
    void countsNamesThatTheDatabaseCannotStore() {
        from(STRANGER);
        assertThat(take("\u0000".repeat(100_000), 6)).containsExactly(true, true, true, true, true, false);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "::ffff:192.0.2.1, c0000201",
        "not:an:address, not:an:address"
    })
    void takesTheFirstHalfOfAnAddressOfIpv6AsTheNetwork(String address, String network) {
        assertThat(ClientAddress.networkOf(address)).isEqualTo(network);
    }

    private SignInThrottle replica() {
        return new SignInThrottle(
                new SignInAttemptRepository(JdbcClient.create(database), new NameHash(key), clock), devices);
    }

    private List<Boolean> take(String name, int times) {
        return Collections.nCopies(times, name).stream()
                .map(throttle::takeSignIn)
                .toList();
    }

    /** Uses up the attempts for a name of all unknown devices. */
    private void lockOut(String name) {
        for (int network = 0; network <= SignInThrottle.LIMIT_OF_NAME / SignInThrottle.LIMIT; network++) {
            from("198.51.100." + network);
            take(name, SignInThrottle.LIMIT);
        }
    }

    private static String id(Cookie device) {
        return device.getValue().split("\\.")[0];
    }

    private void setPassword(String hash) {
        JdbcClient.create(database).sql("""
                        insert into person (name, password_hash, roles, enabled, changed_at)
                        values ('eve', :hash, 'REVIEWER', true, now())
                        on conflict (name) do update set password_hash = :hash""").param("hash", hash).update();
    }

    private Cookie signedInBefore(String name) {
        from(HOME);
        return remembered(name);
    }

    private Cookie remembered(String name) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        devices.remember(name, request(), response);
        return response.getCookie("device");
    }

    private static MockHttpServletRequest request() {
        return (MockHttpServletRequest)
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    private static void from(String address, Cookie... cookies) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.setCookies(cookies);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
