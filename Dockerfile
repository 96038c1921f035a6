# All bases can be replaced by a mirror's: two need JDK 25 or newer, for the AOT cache, and one needs Node 20 or newer.
ARG NODE_IMAGE=node:22-slim
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

FROM ${NODE_IMAGE} AS bundle
WORKDIR /build
COPY frontend/package.json frontend/package-lock.json frontend/
RUN cd frontend && npm ci --omit=dev --ignore-scripts
COPY pom.xml .
COPY frontend frontend
COPY src/main src/main
RUN node frontend/build.mjs /bundle

FROM ${BUILD_IMAGE} AS build
# false leaves the simulator out: the demo profile then does not start
ARG SIMULATOR=true
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml .
COPY frontend/icons frontend/icons
COPY --from=bundle /bundle frontend
COPY src/main src/main
# mvn verify has tested and checked what is packaged here
RUN mvn -B --no-transfer-progress -Dspotless.check.skip -Dcountersign.unbundled=true -P "!nullness$([ "$SIMULATOR" = true ] || echo ,no-simulator)" package
RUN java -Djarmode=tools -jar target/countersign.jar extract --layers --destination extracted

FROM ${RUNTIME_IMAGE}
# some platforms run the image under any user ID in group 0
RUN groupadd --system --gid 10001 countersign \
 && useradd --system --uid 10001 --gid countersign --home-dir /app --no-create-home countersign \
 && mkdir -p /app/data \
 && chown -R countersign:countersign /app \
 && chgrp -R 0 /app/data \
 && chmod -R u=rwX,g=u,o= /app/data
WORKDIR /app
USER countersign
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
ARG SIMULATOR=true
# teaches the JVM which classes and methods a start and the pages need; only the demo has a user who opens pages
RUN COUNTERSIGN_DATABASE_DIRECTORY=/tmp/training \
    java -XX:AOTCacheOutput=countersign.aot -jar countersign.jar train \
      $([ "$SIMULATOR" = true ] && echo --spring.profiles.active=demo) \
 && test -s countersign.aot \
 && rm -rf /tmp/training data/*

VOLUME /app/data
EXPOSE 8080
# bash opens the connection itself: the base has no curl
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
# -Xmx and the like go into JAVA_TOOL_OPTIONS; arguments reach the application
ENTRYPOINT ["java", "-XX:AOTCache=countersign.aot", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "countersign.jar"]
