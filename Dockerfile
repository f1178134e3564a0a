# Two stages: build with the SDK, run on the ASP.NET runtime as an unprivileged user.
# tests/api/Hosting/DockerfileTests.cs runs the RUN lines of the build stage, so that this file cannot drift from what is tested.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
ENV CI=true
RUN dotnet publish api -c Release -r linux-x64 --no-self-contained -p:PublishReadyToRun=true -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The database and the keys live on separate volumes: a copy of one is worthless without the other.
RUN mkdir /data /keys && chown $APP_UID /data /keys
ENV Storage__DataFolder=/data Security__KeyFolder=/keys Urls=http://0.0.0.0:8080
VOLUME ["/data", "/keys"]
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["dotnet", "Jizhou.Public.Api.dll", "--", "health", "http://127.0.0.1:8080"]
ENTRYPOINT ["dotnet", "Jizhou.Public.Api.dll"]
