namespace Agnt5.JavaScriptLoad;

/// <summary>How much memory is in use.</summary>
/// <param name="Heap">Bytes on the managed heap, once what nobody holds was collected.</param>
public sealed record Memory(long Heap);

/// <summary>Components without durable calls.</summary>
public static class Plain
{
    [Function]
    public static string Hello(string name) => $"hello {name}";

    [Function]
    public static int Length(string text) => text.Length;

    [Function]
    public static string Repeat(int count) => new('x', count);

    [Function]
    public static string Fails() => throw new InvalidOperationException("it fails as it should");

    [Function]
    public static Memory Memory()
    {
        GC.Collect();
        return new Memory(GC.GetTotalMemory(forceFullCollection: true));
    }
}
