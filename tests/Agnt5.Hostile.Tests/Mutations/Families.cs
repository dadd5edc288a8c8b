using Agnt5.Hostile.Tests.Hosting;

namespace Agnt5.Hostile.Tests.Mutations;

/// <summary>All ways to spoil a body, the likelier ones more than once.</summary>
internal sealed class Families(MisbehavingStore store, TimeProvider time)
{
    private readonly IMutation[] _all = Create(store, time);

    public byte[] Apply(byte[] body, SeededRandom random)
    {
        for (var i = random.Between(1, 3); i > 0; i--)
            body = _all[random.Below(_all.Length)].Apply(body, random);
        return body;
    }

    private static IMutation[] Create(MisbehavingStore store, TimeProvider time)
    {
        IMutation[] aware = [new OddRecords(), new OddMetadata(), new OddBudget(time), new OddReferences(store), new OddEnvelopes()];
        IMutation[] typed = [new TypeSwaps(), new HugeNumbers(), new BrokenText(), new MemberChanges()];
        IMutation[] bytes = [new ByteFlips(), new Truncation(), new BrokenBytes(), new Noise(), new OddWhitespace(), new LongNames(), new DeepNesting(), new GiantLists()];
        return [.. aware, .. aware, .. aware, new OddRecords(), new OddRecords(), .. typed, .. typed, .. bytes];
    }
}
