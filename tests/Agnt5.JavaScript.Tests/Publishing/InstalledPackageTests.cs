using System.Text.Json.Nodes;

namespace Agnt5.JavaScript.Tests;

/// <summary>The npm package of a user's project: published from the NuGet packages, installed into an empty folder, and used.</summary>
public sealed class InstalledPackageTests(InstalledPackageTests.Published shop) : IClassFixture<InstalledPackageTests.Published>
{
    [Fact]
    public void A_publish_says_what_each_engine_weighs_and_what_its_boot_takes()
    {
        Assert.Matches("shop-components 1\\.2\\.3 for node -> .*npm package", shop.Log);
        Assert.Matches("addon linux-(x64|arm64)(-musl)?: 1 file, [0-9.]+ MiB, [0-9.]+ MiB gzip, boot [0-9]+ ms processor", shop.Log);
        Assert.Matches("wasm: [0-9]+ files, [0-9.]+ MiB, [0-9.]+ MiB gzip, boot [0-9]+ ms processor", shop.Log);
        Assert.DoesNotContain("warning", shop.Log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_package_has_a_name_a_version_types_and_every_module_of_its_exports()
    {
        var package = JsonNode.Parse(File.ReadAllText(Path.Combine(shop.Folder, "package.json")))!;

        Assert.Equal(("shop-components", "1.2.3", "module"), ((string)package["name"]!, (string)package["version"]!, (string)package["type"]!));
        var exports = package["exports"]!.AsObject();
        string[] modules = [".", "./node", "./express", "./fastify", "./koa", "./hono", "./next", "./next/config", "./package.json"];
        Assert.Superset(modules.ToHashSet(), exports.Select(static export => export.Key).ToHashSet());
        foreach (var conditions in exports.Select(static export => export.Value).OfType<JsonObject>())
            Assert.All((string[])["types", "default"], condition =>
                Assert.True(File.Exists(Path.Combine(shop.Folder, (string?)conditions[condition] ?? "?")), $"{conditions} has no file for {condition}."));
        Assert.DoesNotContain("./cloudflare", exports.Select(static export => export.Key));
        Assert.Matches("export const build = 'shop-components@1\\.2\\.3 [0-9a-f]{16}';", File.ReadAllText(Path.Combine(shop.Folder, "lib", "build.js")));
    }

    [Fact]
    public void The_package_holds_nothing_that_is_not_needed_to_run()
    {
        var files = Directory.GetFiles(shop.Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(shop.Folder, file)).ToArray();

        Assert.DoesNotContain(files, static file => file.EndsWith(".map", StringComparison.Ordinal) || file.EndsWith(".pdb", StringComparison.Ordinal) || file.EndsWith(".gz", StringComparison.Ordinal)
            || file.Contains("symbols", StringComparison.Ordinal) || file.Contains("blazor", StringComparison.Ordinal) || file.Contains("worker-", StringComparison.Ordinal));
        Assert.Contains("greet", File.ReadAllText(Path.Combine(shop.Folder, "agnt5.manifest.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_without_agents_does_not_carry_what_runs_them() =>
        Assert.Empty(Directory.GetFiles(shop.Folder, "Microsoft.Extensions.AI*", SearchOption.AllDirectories));

    [Fact]
    public void The_lock_file_of_the_project_is_the_only_one_and_knows_no_engine()
    {
        var locks = Directory.GetFiles(shop.Project, "packages.lock.json", SearchOption.AllDirectories);

        Assert.Equal([Path.Combine(shop.Project, "packages.lock.json")], locks);
        Assert.DoesNotContain("wasm", File.ReadAllText(locks[0]), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("addon")]
    [InlineData("wasm")]
    public async Task A_package_installed_by_its_path_answers_a_signed_invoke(string engine)
    {
        var folder = await InstallAsync(shop.Folder);

        Assert.Contains("Hello Ada 5.0 | 2.5", await RunAsync(folder, "use.mjs", engine), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("addon")]
    [InlineData("wasm")]
    public async Task A_package_installed_from_its_tarball_answers_in_modules_and_in_scripts_that_require_it(string engine)
    {
        var folder = await InstallAsync(await PackAsync());

        Assert.Contains("Hello Ada 5.0 | 2.5", await RunAsync(folder, "use.mjs", engine), StringComparison.Ordinal);
        Assert.Contains("Hello Ada 5.0 | 2.5", await RunAsync(folder, "use.cjs", engine), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TypeScript_takes_the_types_of_every_module_and_refuses_an_unknown_option()
    {
        var folder = await InstallAsync(await PackAsync());
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "javascript", "typescript")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        await Command.MustRunAsync(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        await Command.MustRunAsync(folder, "npm", "install", "--no-save", "--no-audit", "--no-fund", await PackAsync());

        await Command.MustRunAsync(folder, "npx", "--no-install", "tsc", "--project", ".");
        Assert.Contains("Hello Ada 5.0 | 2.5", await RunAsync(folder, "use.js", "wasm"), StringComparison.Ordinal);
    }

    private async Task<string> InstallAsync(string package)
    {
        var folder = NewFolder();
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "javascript", "installed")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        await Command.MustRunAsync(folder, "npm", "install", "--no-audit", "--no-fund", package);
        return folder;
    }

    private async Task<string> PackAsync()
    {
        var folder = NewFolder();
        var name = await Command.MustRunAsync(folder, "npm", "pack", "--silent", shop.Folder);
        return Path.Combine(folder, name.Trim());
    }

    private string NewFolder() => Directory.CreateDirectory(Path.Combine(shop.Room, Guid.NewGuid().ToString("N"))).FullName;

    // What the script printed, beside what node and the engine had to say.
    private static Task<string> RunAsync(string folder, string script, string engine) => Command.MustRunAsync(folder, "node", script, engine);

    /// <summary>The project, published for node.</summary>
    public sealed class Published : IAsyncLifetime
    {
        /// <summary>A folder for what tests install and pack.</summary>
        public string Room { get; } = Repository.EmptyFolder("installed");

        public string Project { get; private set; } = "";

        public string Folder { get; private set; } = "";

        public string Log { get; private set; } = "";

        public async Task InitializeAsync()
        {
            Project = (await PublishedShop.ProjectAsync()).Folder;
            (Folder, Log) = await PublishedShop.ForNodeAsync();
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }
}
