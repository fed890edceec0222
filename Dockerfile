# syntax=docker/dockerfile:1
# The site, and the operator's tool as `hub`. tests/infra/image.sh runs these publish commands on the files copied here.
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Publishing the site calls npm ci for fonts, icons and style sheets.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY .editorconfig ./
COPY seeds seeds
COPY src src
RUN dotnet publish src/OpenStateHub.Web/OpenStateHub.Web.csproj --configuration Release --output /app/web
RUN dotnet publish src/OpenStateHub.Cli/OpenStateHub.Cli.csproj --configuration Release --output /app/hub

# Neither Alpine nor "chiseled": those lack ICU (es-MX), the time zones of the states, or the bash of the health check.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app/web /app/web
COPY --from=build /app/hub /app/hub
# A new volume takes its owner from the folder that it covers.
RUN ln -s /app/hub/hub /usr/local/bin/hub && install -d -o "$APP_UID" -g "$APP_UID" /var/lib/openstatehub /var/lib/openstatehub-backups
ENV HUB_DATA=/var/lib/openstatehub ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
WORKDIR /app/web
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$ASPNETCORE_HTTP_PORTS && printf 'GET /health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [[ $status == 200 ]]"]
ENTRYPOINT ["dotnet", "OpenStateHub.Web.dll"]
