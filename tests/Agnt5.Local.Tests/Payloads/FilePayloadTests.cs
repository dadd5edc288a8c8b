using Agnt5.Local.Payloads;
using Agnt5.Local.Tests.Sqlite;

namespace Agnt5.Local.Tests.Payloads;

public sealed class FilePayloadTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    private string Folder => _folder.Path + ".payloads";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_uploaded_output_is_there_in_the_next_process()
    {
        var payload = SavedPayload.Of(new byte[] { 1, 2, 3 });
        Assert.True(Open().TrySave("out.run_1.ab", payload));
        File.WriteAllText(Path.Combine(Folder, "out.run_2.ab.0.part"), "half");

        var next = Open();
        Assert.Equal((payload.Sha256, 3), (next.Find("out.run_1.ab")?.Sha256, next.Find("out.run_1.ab")?.Content.Length));
        Assert.False(next.TrySave("out.run_1.ab", SavedPayload.Of(new byte[] { 4 })));
        Assert.Single(Directory.EnumerateFiles(Folder));

        next.Remove("out.run_1.ab");
        next.Remove("out.run_1.ab");
        Assert.Null(next.Find("out.run_1.ab"));
    }

    [Theory]
    [InlineData("../agnt5.db")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a\\b")]
    public void A_name_never_leads_out_of_the_folder(string name)
    {
        var store = Open();
        Assert.False(store.TrySave(name, SavedPayload.Of(new byte[] { 1 })));
        Assert.Null(store.Find(name));
        store.Remove(name);
    }

    private FilePayloadStore Open()
    {
        var store = new FilePayloadStore(Folder);
        store.Prepare();
        return store;
    }
}
