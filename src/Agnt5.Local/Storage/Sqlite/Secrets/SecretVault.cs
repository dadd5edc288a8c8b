using System.Text;
using Microsoft.Data.Sqlite;

namespace Agnt5.Local.Storage.Sqlite.Secrets;

/// <summary>Encrypts and decrypts the secrets of one file, on any thread. A message never has one.</summary>
internal sealed class SecretVault : IDisposable
{
    private readonly string _path;
    private readonly SecretBox _box;

    private SecretVault(string path, SecretBox box) => (_path, _box) = (path, box);

    /// <exception cref="Hosting.EngineException">There is no key, or it is not the one that the secrets were encrypted with.</exception>
    public static SecretVault Open(SqliteConnection connection, SqliteStoreOptions options)
    {
        using var find = new Statement(connection, "SELECT sealed FROM secrets WHERE name = $1");
        var check = find.Find(static reader => Statement.Bytes(reader, 0), SecretNames.Check);
        var vault = new SecretVault(options.Path, new SecretBox(SecretKey.Find(options, mayCreate: check is null)));
        if (check is null)
        {
            using var save = new Statement(connection, "INSERT INTO secrets (name, sealed) VALUES ($1, $2)");
            save.Run(SecretNames.Check, vault.Seal(SecretNames.Check, SecretNames.Check));
        }
        else if (vault._box.Open(SecretNames.Check, check) is null)
        {
            vault.Dispose();
            throw StoreErrors.Of(
                options.Path,
                $"has secrets that were encrypted with another key. Give theirs: the option DatabaseSecretKey, the variable {SecretKey.Variable} or the file {options.Path}{SecretKey.Extension}.");
        }

        return vault;
    }

    public byte[] Seal(string name, string secret) => _box.Seal(name, Encoding.UTF8.GetBytes(secret));

    /// <exception cref="Hosting.EngineException">What is in the file was changed.</exception>
    public string Unseal(string name, byte[] sealedSecret) => _box.Open(name, sealedSecret) is { } secret
        ? Encoding.UTF8.GetString(secret)
        : throw StoreErrors.Of(_path, $"has a secret that was changed by another hand ({name}). Sync the deployment or add the integration again.");

    public void Dispose() => _box.Dispose();
}
