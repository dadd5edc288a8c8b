using Agnt5.Local.Hosting;
using Agnt5.Local.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Tests.Sqlite;

public sealed class OpeningTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_second_engine_on_the_same_file_is_refused_until_the_first_has_ended()
    {
        var first = _folder.Open();
        Assert.Contains("is used by another engine", Refused().Message, StringComparison.Ordinal);

        first.Dispose();
        _folder.Open().Dispose();
    }

    [Fact]
    public void A_file_that_is_no_database_is_left_alone()
    {
        File.WriteAllText(_folder.Path, new string('x', 5_000));

        Assert.Contains("is no SQLite file", Refused().Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5_000), File.ReadAllText(_folder.Path));
    }

    [Fact]
    public void A_database_of_another_program_is_left_alone()
    {
        _folder.Do("CREATE TABLE customers (name TEXT)");

        Assert.Contains("has the tables of another program", Refused().Message, StringComparison.Ordinal);
        _folder.Do("INSERT INTO customers VALUES ('a')");
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused()
    {
        _folder.Open().Dispose();
        _folder.Do("PRAGMA user_version = 99");

        Assert.Contains("was written by a newer version (its format is 99", Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_an_error_and_not_an_empty_engine()
    {
        _folder.Open().Dispose();
        using (var file = File.OpenWrite(_folder.Path))
        {
            file.Position = 100;
            file.Write(new byte[3_000]);
        }

        Assert.Contains("is damaged", Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_cannot_be_written_says_so()
    {
        var beneathAFile = Path.Combine(_folder.Path, "agnt5.db");
        File.WriteAllText(_folder.Path, "");

        var refused = Assert.Throws<EngineException>(() => SqliteStore.Open(new SqliteStoreOptions { Path = beneathAFile }));
        Assert.Contains($"{beneathAFile} cannot be opened", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_is_on_the_disk_when_it_comes_back()
    {
        _folder.Open().Dispose();
        using var connection = new StoreConnections(_folder.Path).OpenWriter();
        Assert.Equal(("wal", 2L), (Ask("PRAGMA journal_mode"), Ask("PRAGMA synchronous")));

        object? Ask(string sql)
        {
            using var command = new SqliteCommand(sql, connection);
            return command.ExecuteScalar();
        }
    }

    private EngineException Refused()
    {
        var refused = Assert.Throws<EngineException>(() => _folder.Open());
        Assert.Equal(EngineErrorCodes.StoreFailed, refused.Code);
        Assert.Contains(_folder.Path, refused.Message, StringComparison.Ordinal);
        return refused;
    }
}
