using Agnt5.Generators.Tests.Documentation;

namespace Agnt5.Generators.Tests;

/// <summary>What is not in the solution is built by nobody: neither <c>dotnet test</c> nor CI.</summary>
public sealed class SolutionTests
{
    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = RepositoryFiles.Read("Agnt5.sln").Replace('\\', '/');
        var missing = RepositoryFiles.With(".csproj").Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal));

        Assert.True(!missing.Any(), $"Agnt5.sln lacks {string.Join(", ", missing)}: dotnet sln add adds a project.");
    }
}
