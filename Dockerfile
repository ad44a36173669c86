# The bot as it runs in production. Built from a working copy: docker build -t idelotsen .
# Node.js 24 on Debian: the compiler's own program needs glibc, and both stages have the same.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
# What is only for building is taken away, and what runs is listed (SBOM, CycloneDX). npm leaves out of the list whatever a tool
# needs as well, as long as package.json names the tools.
RUN npm run build \
    && npm prune --omit=dev --no-audit --no-fund \
    && npm pkg delete devDependencies \
    && npm sbom --sbom-format=cyclonedx > sbom.cdx.json

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    PORT=3978
WORKDIR /app
COPY --from=build /app/package.json /app/sbom.cdx.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY cards ./cards
COPY config ./config
# All of it belongs to root, and the bot runs as somebody else: it writes nothing, so the file system can be read-only.
USER node
EXPOSE 3978
# /healthz says that it is alive; whether it can work is /readyz, for whoever sends it traffic.
HEALTHCHECK --interval=30s --timeout=5s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
