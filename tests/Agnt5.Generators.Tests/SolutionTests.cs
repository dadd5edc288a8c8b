using Agnt5.Generators.Tests.Documentation;

namespace Agnt5.Generators.Tests;

/// <summary>What is not in the solution is built by nobody: neither <c>dotnet test</c> nor CI.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = RepositoryFiles.Read("Agnt5.sln").Replace('\\', '/');
        var missing = Projects().Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal));

        Assert.True(!missing.Any(), $"Agnt5.sln lacks {string.Join(", ", missing)}: dotnet sln add adds a project.");
    }

    [Fact]
    public void The_command_of_the_README_packs_every_package()
    {
        var filter = RepositoryFiles.Read("src/packages.slnf").Replace(@"\\", "/");
        var missing = Projects().Where(static project => project.StartsWith("src/", StringComparison.Ordinal)).Where(project => !filter.Contains($"\"{project}\"", StringComparison.Ordinal));

        Assert.Contains("dotnet pack src/packages.slnf", RepositoryFiles.Read("README.md"), StringComparison.Ordinal);
        Assert.True(!missing.Any(), $"src/packages.slnf lacks {string.Join(", ", missing)}.");
    }

    [Fact]
    public void Every_package_that_a_project_restores_is_known_by_its_hash()
    {
        var unlocked = Projects()
            .Where(static project => !project.StartsWith("samples/", StringComparison.Ordinal) && !RepositoryFiles.Read(project).Contains("<PublishAot>true", StringComparison.Ordinal))
            .Where(static project => !RepositoryFiles.Has($"{project[..project.LastIndexOf('/')]}/packages.lock.json"));

        Assert.True(!unlocked.Any(), $"packages.lock.json is missing beside {string.Join(", ", unlocked)}: dotnet restore writes it, commit it.");
    }

    // Two are made by tests alone, as a user makes theirs: the shop, which takes this repository's packages from a feed of the test, and a program for WebAssembly, whose SDK no other build needs.
    // Those of the templates are built once they are somebody's.
    private static IEnumerable<string> Projects() =>
        RepositoryFiles.With(".csproj")
            .Where(static project => !project.StartsWith("tests/javascript/shop/", StringComparison.Ordinal))
            .Where(static project => !project.StartsWith("tests/Agnt5.HostDifferences/Wasm/", StringComparison.Ordinal))
            .Where(static project => !project.StartsWith("src/Agnt5.Templates/templates/", StringComparison.Ordinal));
}
