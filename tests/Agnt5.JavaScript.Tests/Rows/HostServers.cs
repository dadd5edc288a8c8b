namespace Agnt5.JavaScript.Tests.Rows;

/// <summary>The servers of <c>tests/javascript/hosts</c>: each mounts a published package in a host.</summary>
internal static class HostServers
{
    private static readonly Lazy<Task<string>> Frameworks = new(InstallAsync);
    private static readonly Lazy<Task<string>> BuiltNext = new(BuildNextAsync);

    /// <summary>The command that serves a package. <c>--port</c> follows.</summary>
    /// <param name="host">The name of the server's script.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="package">The folder of the npm package.</param>
    public static async Task<string> CommandAsync(string host, string engine, string package)
    {
        var folder = await Frameworks.Value;
        // Deno is started without the script of npm around it, so that it is the process that is ended.
        var runtime = host == "deno" ? $"'{Directory.GetFiles(Path.Combine(folder, "node_modules", "@deno"), "deno", SearchOption.AllDirectories).Single()}' run -A" : "node";
        return $"{runtime} '{Path.Combine(folder, $"{host}.mjs")}' --package '{package}' --engine {engine}";
    }

    /// <summary>The command that serves the component set of the conformance suite from an app of Next.js. <c>--port</c> follows.</summary>
    public static async Task<string> NextAsync()
    {
        var app = await BuiltNext.Value;
        return $"env -C '{app}' node '{Path.Combine(app, "..", "node_modules", "next", "dist", "bin", "next")}' start --hostname 127.0.0.1";
    }

    private static async Task<string> BuildNextAsync()
    {
        var folder = await Frameworks.Value;
        // As npm links a package that is installed by its path.
        File.CreateSymbolicLink(Path.Combine(folder, "node_modules", "agnt5-conformance-server"), await JavaScriptShipment.ConformanceForNodeAsync());
        var app = Path.Combine(folder, "next");
        await Command.MustRunAsync(app, "node", "../node_modules/next/dist/bin/next", "build", "--webpack");
        return app;
    }

    private static async Task<string> InstallAsync()
    {
        var folder = Repository.EmptyFolder("hosts");
        await Command.MustRunAsync(Repository.Root, "cp", "-r", Repository.PathOf("tests", "javascript", "hosts") + "/.", folder);
        await Command.MustRunAsync(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        return folder;
    }
}
