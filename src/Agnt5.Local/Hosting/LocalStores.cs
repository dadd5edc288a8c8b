using Agnt5.Local.Payloads;
using Agnt5.Local.Storage;
using Agnt5.Local.Storage.Sqlite;

namespace Agnt5.Local.Hosting;

/// <summary>Where a local AGNT5 keeps what it knows: in memory, or in a database with a folder for uploaded outputs beside it.</summary>
/// <param name="Engine">The engine's store.</param>
/// <param name="Payloads">Where uploaded outputs lie.</param>
internal sealed record LocalStores(IEngineStore Engine, IPayloadStore Payloads)
{
    /// <summary>What follows the database's path in the path of the folder.</summary>
    private const string PayloadsExtension = ".payloads";

    /// <exception cref="EngineException">The database cannot be used.</exception>
    public static LocalStores Open(LocalAgnt5Options options)
    {
        if (options.Database is not { } path)
        {
            var memory = new MemoryPayloadStore();
            return new LocalStores(new MemoryStore(options.MaxEndedRuns, memory), memory);
        }

        var files = new FilePayloadStore(path + PayloadsExtension);
        var store = SqliteStore.Open(new SqliteStoreOptions { Path = path, SecretKey = options.DatabaseSecretKey, MaxEndedRuns = options.ChosenMaxEndedRuns, Payloads = files });
        try
        {
            // The store's lock says that nobody else uses the folder.
            files.Prepare();
            return new LocalStores(store, files);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            store.Dispose();
            throw StoreErrors.Of(path, $"needs a folder {path}{PayloadsExtension} for uploaded outputs: {exception.Message}", exception);
        }
    }
}
