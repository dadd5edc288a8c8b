namespace Agnt5.JavaScript.Tests.Workers;

/// <summary>A Worker with a published package in it, bundled by wrangler with the configuration that a user writes.</summary>
internal sealed class Worker
{
    private static readonly Lazy<Task> Tools = new(() => Command.MustRunAsync(Folder, "npm", "ci", "--no-audit", "--no-fund"));

    private readonly string _bundle;

    private Worker(string bundle) => _bundle = bundle;

    private static string Folder => Repository.PathOf("tests", "javascript", "workers");

    /// <summary>The command that serves it by workerd, the runtime of Cloudflare Workers. A port follows.</summary>
    public string Served => $"node '{Path.Combine(Folder, "serve.mjs")}' '{_bundle}'";

    /// <summary>The command that serves it by <c>wrangler dev</c>. A port follows.</summary>
    public string Developed => $"node '{Path.Combine(Folder, "dev.mjs")}' '{_bundle}'";

    /// <summary>What wrangler uploads, compressed, in bytes.</summary>
    public long CompressedBytes => Directory.GetFiles(Path.Combine(_bundle, "bundle"), "*").Where(static file => !file.EndsWith(".map", StringComparison.Ordinal)).Sum(Compress);

    /// <summary>Bundles a Worker.</summary>
    /// <param name="name">What to call its folder.</param>
    /// <param name="package">The folder of the npm package.</param>
    /// <param name="main">Its main module, in <c>tests/javascript/workers/src</c>.</param>
    public static async Task<Worker> BundleAsync(string name, string package, string main = "index")
    {
        await Tools.Value;
        var bundle = Repository.EmptyFolder($"worker-{name}");
        await Command.MustRunAsync(Folder, "node", "bundle.mjs", package, bundle, main);
        return new Worker(bundle);
    }

    private static long Compress(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return compressed.Length;
    }
}
