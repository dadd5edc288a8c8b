using System.Text;
using Agnt5.Hostile.Tests.Hosting;
using Agnt5.Hostile.Tests.Mutations;
using Agnt5.Hostile.Tests.Seeds;

namespace Agnt5.Hostile.Tests;

/// <summary>Makes the requests of a campaign, each from the seed and its own index.</summary>
internal sealed class RequestGenerator(int seed, MisbehavingStore store)
{
    private readonly Families _families = new(store, TimeProvider.System);

    public RawRequest Create(int index)
    {
        var random = new SeededRandom(seed, index);
        var body = _families.Apply(Encoding.UTF8.GetBytes(random.Of<string>(Corpus.Bodies)), random);
        var request = new RawRequest(body, Secrets.Signing, DateTimeOffset.UtcNow);
        if (random.OneIn(8))
            HeaderChanges.Apply(request, random);
        return request;
    }
}
