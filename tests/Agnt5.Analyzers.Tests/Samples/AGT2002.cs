using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

[JsonConverter(typeof(Converter))]
public sealed record Hidden(decimal Amount)
{
    private sealed class Converter : TextConverter<Hidden>;
}

[JsonConverter(typeof(RoundingConverter))]
public sealed record Rounded(decimal Amount);

public sealed class RoundingConverter(int digits) : TextConverter<Rounded>
{
    public int Digits => digits;
}

[JsonConverter(typeof(BoxConverter<>))]
public sealed record Box<T>(T Value);

public sealed class BoxConverter<T> : TextConverter<Box<T>>;

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class RoundAttribute : JsonConverterAttribute
{
    public override JsonConverter CreateConverter(Type typeToConvert) => new RoundingConverter(2);
}

public sealed record Invoice([property: Round] Rounded Total);

public sealed record Order(List<Invoice> Invoices);

public abstract class TextConverter<T> : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotImplementedException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotImplementedException();
}

[JsonConverter(typeof(InternalConverter))]
public sealed record Reachable([property: JsonConverter(typeof(HexConverter))] int Color, [property: JsonConverter(typeof(Factory))] Rounded Sum, DayOfWeek Day);

internal sealed class InternalConverter : TextConverter<Reachable>;

public sealed class HexConverter : TextConverter<int>;

public sealed class Factory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => new RoundingConverter(2);
}

[JsonDerivedType(typeof(Circle), "circle")]
public class Shape;

public sealed class Circle : Shape;

[JsonDerivedType(typeof(Cash), "cash")]
public class Payment;

public sealed class Cash : Payment;

// What System.Text.Json's generator adds to it is written out, since it does not run over a sample.
[JsonSerializable(typeof(Circle))]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(Hidden))]
public sealed partial class ShopContext(JsonSerializerOptions? options) : JsonSerializerContext(options)
{
    public static ShopContext Default { get; } = new(null);

    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    public override JsonTypeInfo? GetTypeInfo(Type type) => null;
}

public static class Orders
{
    [Function]
    public static void Private(Hidden {|AGT2002:hidden|}) { }

    [Function]
    public static {|AGT2002:Task<Rounded?>|} WithParameters() => throw new NotImplementedException();

    [Function]
    public static void OpenGeneric(Box<int> {|AGT2002:box|}) { }

    [Function]
    public static void OfAMember(Order {|AGT2002:order|}) { }

    [Function]
    public static {|AGT2002:Shape|} DerivedInAContext() => throw new NotImplementedException();

    [Workflow]
    public static async Task Calls(WorkflowContext context)
    {
        await context.{|AGT2002:StepAsync|}("read", () => new Hidden(1));
        await context.{|AGT2002:WaitForSignalAsync<Box<string>[]>|}("packed");
        await context.{|AGT2002:EmitAsync|}("drawn", new Shape());
    }

    [Function]
    public static Reachable Fine(Reachable reachable) => reachable;

    [Function]
    public static Payment Covered(Payment payment) => payment;
}
