using System.Security.Cryptography;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Events;
using Agnt5.Local.Storage;
using Agnt5.Local.Tests.Storage;

namespace Agnt5.Local.Tests.Sqlite;

public sealed class SecretTests : IDisposable
{
    private const string Signing = "whsec_signing_5d1c";
    private const string Webhook = "whsec_webhook_9e4b";

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_secret_stands_in_the_files_as_it_is()
    {
        using var store = _folder.Open();
        Save(store);

        Assert.Equal(Signing, store.ReadSecret("dep_1"));
        Assert.Contains("shop.example", _folder.AllText(), StringComparison.Ordinal);
        Assert.All([Signing, Webhook, StoredDeployments.HeaderSecret], secret => Assert.DoesNotContain(secret, _folder.AllText(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_file_and_its_key_are_their_owners_alone()
    {
        _folder.Open().Dispose();
        if (OperatingSystem.IsWindows())
            return;

        const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal((OwnerAlone, OwnerAlone), (File.GetUnixFileMode(_folder.Path), File.GetUnixFileMode(_folder.KeyPath)));
        File.SetUnixFileMode(_folder.KeyPath, OwnerAlone | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", Refused(key: null), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_opens_nothing()
    {
        using (var store = _folder.Open(options => options with { SecretKey = NewKey() }))
            Save(store);

        Assert.Contains("encrypted with another key", Refused(NewKey()), StringComparison.Ordinal);
        Assert.Contains("is gone", Refused(key: null), StringComparison.Ordinal);
        Assert.Contains("32 random bytes in Base64", Refused("c2hvcnQ="), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.KeyPath));
    }

    [Theory]
    [InlineData("UPDATE secrets SET sealed = (SELECT sealed FROM secrets WHERE name = 'signing:dep_2') WHERE name = 'signing:dep_1'")]
    [InlineData("UPDATE secrets SET sealed = substr(sealed, 1, length(sealed) - 1) || x'00' WHERE name = 'signing:dep_1'")]
    [InlineData("UPDATE secrets SET sealed = x'01' WHERE name = 'signing:dep_1'")]
    public void A_secret_that_was_changed_or_moved_signs_nothing(string change)
    {
        using (var store = _folder.Open())
            Save(store);
        _folder.Do(change);

        using var opened = _folder.Open();
        var refused = Assert.Throws<EngineException>(() => opened.ReadSecret("dep_1"));
        Assert.Contains("was changed by another hand (signing:dep_1)", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Signing, refused.ToString(), StringComparison.Ordinal);
        Assert.Equal(Signing + "2", opened.ReadSecret("dep_2"));
    }

    private static void Save(IEngineStore store)
    {
        var changes = new StoreChanges();
        changes.Environments["production"] = StoredDeployments.Environment();
        changes.Secrets["dep_1"] = Signing;
        changes.Secrets["dep_2"] = Signing + "2";
        changes.Integrations.Add(new Integration("stripe", "shop", Webhook, "production"));
        store.Commit(changes);
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private string Refused(string? key)
    {
        var refused = Assert.Throws<EngineException>(() => _folder.Open(options => options with { SecretKey = key }));
        Assert.All([Signing, Webhook, key ?? Signing], secret => Assert.DoesNotContain(secret, refused.ToString(), StringComparison.Ordinal));
        return refused.Message;
    }
}
