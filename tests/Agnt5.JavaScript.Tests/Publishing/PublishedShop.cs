namespace Agnt5.JavaScript.Tests;

/// <summary>The npm packages of a user's project, <see cref="PackedProject"/>. Each is published once, when the first test asks for it.</summary>
internal static class PublishedShop
{
    // The project would be restored by two publishes at once.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static readonly Lazy<Task<PackedProject>> Made = new(MakeAsync);
    private static readonly Lazy<Task<(string Folder, string Log)>> OnNode = new(() => PublishAsync("node", "npm package"));
    private static readonly Lazy<Task<(string Folder, string Log)>> InWorkers = new(() => PublishAsync("workers", "npm package of a worker"));

    /// <summary>The project.</summary>
    public static Task<PackedProject> ProjectAsync() => Made.Value;

    /// <summary>The package for node: the addon, and WebAssembly.</summary>
    /// <returns>Its folder, and what the publish said.</returns>
    public static Task<(string Folder, string Log)> ForNodeAsync() => OnNode.Value;

    /// <summary>The package for Cloudflare Workers.</summary>
    /// <returns>Its folder, and what the publish said.</returns>
    public static Task<(string Folder, string Log)> ForWorkersAsync() => InWorkers.Value;

    private static async Task<PackedProject> MakeAsync()
    {
        var project = await PackedProject.CreateAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => project.Dispose();
        return project;
    }

    private static async Task<(string Folder, string Log)> PublishAsync(string host, string folder)
    {
        var project = await ProjectAsync();
        await OneAtATime.WaitAsync();
        try
        {
            var (exitCode, log) = await project.PublishAsync($"-p:Agnt5Host={host}", "-o", folder);
            Assert.True(exitCode == 0, log);
            return (Path.Combine(project.Folder, folder), log);
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
