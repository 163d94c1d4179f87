# Builds Ringside with its pages, and runs it as a user of its own beside a database of yours.
FROM debian:12 AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven openjdk-17-jdk-headless ca-certificates
COPY --from=eclipse-temurin:25-jdk /opt/java/openjdk /usr/lib/jvm/temurin-25-jdk
COPY --from=node:20-bookworm-slim /usr/local /usr/local
WORKDIR /build
COPY . .
RUN make jar

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /var/lib/ringside ringside
COPY --from=build /build/target/ringside.jar /opt/ringside/ringside.jar
COPY --from=build /build/target/lib /opt/ringside/lib
COPY --from=build /build/build/java.options /opt/ringside/java.options
USER ringside
WORKDIR /var/lib/ringside
ENV RINGSIDE_HOST=0.0.0.0 RINGSIDE_DATA=/var/lib/ringside/data
EXPOSE 8080 8081
ENTRYPOINT ["java", "@/opt/ringside/java.options", "-jar", "/opt/ringside/ringside.jar"]
CMD ["serve"]
