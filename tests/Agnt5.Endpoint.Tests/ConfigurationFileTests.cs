using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Agnt5.Endpoint.Tests;

/// <summary>Files of the configuration beside a program: read at its start, and watched where somebody may change one.</summary>
public sealed class ConfigurationFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agnt5-").FullName;

    [Theory]
    [InlineData("appsettings.json", "Production", true)]
    [InlineData("appsettings.Staging.json", "Staging", true)]
    [InlineData(null, "Development", true)]
    [InlineData(null, "Production", false)]
    [InlineData("settings.json", "Production", false)]
    public async Task A_folder_is_watched_where_there_is_a_file_to_change(string? file, string environment, bool isWatched)
    {
        if (file is not null)
            await File.WriteAllTextAsync(Path.Combine(_folder, file), """{"Agnt5":{"ServiceName":"from-the-file"}}""");

        Assert.Equal(isWatched, await WatchesAsync($"--environment={environment}"));
    }

    [Fact]
    public async Task Who_wants_a_folder_to_be_watched_or_not_says_so()
    {
        Assert.True(await WatchesAsync("--hostBuilder:reloadConfigOnChange=true"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), "{}");
        Assert.False(await WatchesAsync("--hostBuilder:reloadConfigOnChange=false"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<bool> WatchesAsync(string argument)
    {
        // In Development it would ask for the services of all components.
        await using var app = ServerlessHost.Build(
            [$"--contentRoot={_folder}", argument], Agnt5Components.Catalog, static builder => builder.Services.Configure<ServerlessOptions>(static options => options.ValidateServices = false));
        var files = ((IConfigurationBuilder)app.Configuration).Sources.OfType<JsonConfigurationSource>()
            .Where(static source => source.Path?.StartsWith("appsettings", StringComparison.Ordinal) == true).ToArray();
        Assert.NotEmpty(files);
        return files.All(static source => source.ReloadOnChange);
    }
}
