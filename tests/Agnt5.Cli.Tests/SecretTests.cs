using Agnt5.Cli.Tests.Harness;

namespace Agnt5.Cli.Tests;

public sealed class SecretTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agnt5-cli");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_secret_is_for_its_owner_alone_and_never_printed()
    {
        var file = Path.Combine(_folder.FullName, "secret");

        var run = await CommandLineRun.OfAsync("secret", "new", file);

        var secret = await File.ReadAllTextAsync(file);
        Assert.Equal((0, 64), (run.ExitCode, secret.Length));
        Assert.DoesNotContain(secret, run.Output + run.Error, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_secret_that_is_there_is_kept()
    {
        var file = Path.Combine(_folder.FullName, "secret");
        await File.WriteAllTextAsync(file, "mine");

        var run = await CommandLineRun.OfAsync("secret", "new", file, "--output", "json");

        Assert.Equal((1, "mine"), (run.ExitCode, await File.ReadAllTextAsync(file)));
        Assert.Contains("\"code\":\"SECRET_NOT_WRITTEN\"", run.Error, StringComparison.Ordinal);
    }
}
