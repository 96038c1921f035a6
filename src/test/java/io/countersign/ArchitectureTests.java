package io.countersign;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.countersign");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("io.countersign");

    /** Only {@code connection} calls AWS; other modules use its types instead of SDK types. */
    @Test
    void allowsTheAwsSdkOnlyInConnection() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.countersign.connection..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk.."));
    }

    /** The simulator must not share code, and thus errors, with the code that calls AWS. */
    @Test
    void keepsTheSimulatorIndependent() {
        holds(noClasses()
                .that()
                .resideInAPackage("io.countersign.simulator..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.countersign..").and(not(resideInAPackage("io.countersign.simulator..")))));
    }

    /** Rules are pure functions, which can be tested without a container. */
    @Test
    void keepsPolicyFreeOfFrameworksAndDatabase() {
        holds(noClasses()
                .that(resideInAPackage("io.countersign.policy..")
                        .and(not(describe("the package's charter", type -> type.getSimpleName()
                                .equals("package-info")))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..")));
    }

    /** The constructor of a class declares its dependencies. */
    @Test
    void forbidsFieldInjection() {
        holds(NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
    }

    /** Logging uses SLF4J, where level and format are configured. */
    @Test
    void forbidsJavaUtilLogging() {
        holds(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
    }

    /** Only commands started in a terminal write to it; scripts read the setup token from the console. */
    @Test
    void allowsStandardStreamsOnlyInCommandsAndForTheSetupToken() {
        holds(noClasses()
                .that(not(simpleNameEndingWith("Command")))
                .and(not(simpleName("SetupTokenPrinter")))
                .should(ACCESS_STANDARD_STREAMS));
    }

    /** State changes through named methods that can refuse, not through setters, and explicit SQL writes rows. */
    @Test
    void forbidsSettersAndJpa() {
        holds(noMethods()
                .that()
                // Spring Session requires setters
                .areDeclaredInClassesThat(not(assignableTo(Session.class)))
                .and()
                .haveRawReturnType(void.class)
                .and(describe(
                        "take one value",
                        method -> method.getRawParameterTypes().size() == 1))
                .should()
                .haveNameMatching("set[A-Z].*"));
        holds(noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.springframework.data..")
                                // the implementation of Jakarta Validation
                                .and(not(resideInAPackage("org.hibernate.validator..")))));
    }

    /** Spring derives the name of a bean from the simple name of its class; two of one name stop the start. */
    @Test
    void requiresUniqueBeanNames() {
        AnnotationBeanNameGenerator names = AnnotationBeanNameGenerator.INSTANCE;
        var registry = new SimpleBeanDefinitionRegistry();
        Map<String, List<String>> beans = MAIN.stream()
                .filter(metaAnnotatedWith(Component.class)::test)
                .filter(type -> !type.isAnnotation())
                .map(JavaClass::reflect)
                .collect(groupingBy(
                        type -> names.generateBeanName(new AnnotatedGenericBeanDefinition(type), registry),
                        mapping(Class::getName, toList())));
        assertThat(beans).hasSizeGreaterThan(100);
        assertThat(beans.values()).allSatisfy(types -> assertThat(types).hasSize(1));
    }

    /** Controllers are called by the web layer only, not by other classes. */
    @Test
    void keepsControllersPackagePrivate() {
        holds(classes()
                .that(metaAnnotatedWith("org.springframework.stereotype.Controller")
                        .or(metaAnnotatedWith("org.springframework.web.bind.annotation.ControllerAdvice")))
                .should()
                .bePackagePrivate());
    }

    /** A stream of rows keeps its connection until it is closed. */
    @Test
    void forbidsStreamsOfRows() {
        holds(noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .orShould()
                .callMethodWhere(describe("streams rows", call -> call.getName().equals("queryForStream"))));
    }

    /** Dependencies between modules and packages have no cycles. */
    @Test
    void forbidsPackageCycles() {
        holds(slices().matching("io.countersign.(**)").should().beFreeOfCycles());
    }

    /**
     * Surefire runs classes by their suffix; a different suffix marks classes that only the benchmark runs.
     */
    @Test
    void requiresTestClassNamesToEndWithTests() {
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .and()
                .areDeclaredInClassesThat(
                        describe("are concrete", type -> !type.getModifiers().contains(ABSTRACT)))
                .should()
                .beDeclaredInClassesThat(describe(
                        "are named *Tests or *Benchmark, themselves or around them",
                        type -> outermost(type).getSimpleName().matches(".*(Tests|Benchmark)")))
                .check(TESTS);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }
}
