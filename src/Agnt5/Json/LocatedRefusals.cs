using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Agnt5.Json;

/// <summary>
/// Lets the constructors, setters and converters of some metadata say where they refuse a value. It costs a call around each of them. So the metadata that reads almost every document does without,
/// and a document that was refused is read again.
/// </summary>
internal static class LocatedRefusals
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, object> Locating = [];

    /// <summary>Makes the metadata of these options say where values are refused. None may exist yet.</summary>
    public static void AddTo(JsonSerializerOptions options) => Locating.Add(options, options);

    public static Func<T> Around<T>(JsonSerializerOptions options, Func<T> construct) => !IsIn(options) ? construct : () =>
    {
        try
        {
            return construct();
        }
        catch (Exception exception)
        {
            throw new RefusedByTypeException(exception) { IsOfConstructor = true };
        }
    };

    public static Func<object?[], T> Around<T>(JsonSerializerOptions options, Func<object?[], T> construct) => !IsIn(options) ? construct : arguments =>
    {
        try
        {
            return construct(arguments);
        }
        catch (Exception exception)
        {
            throw new RefusedByTypeException(exception) { IsOfConstructor = true };
        }
    };

    public static Action<object, T?> Around<T>(JsonSerializerOptions options, Action<object, T?> set, string member) => !IsIn(options) ? set : (target, value) =>
    {
        try
        {
            set(target, value);
        }
        catch (Exception exception) when (!CollidingKeys.WereRefused(exception))
        {
            throw new RefusedByTypeException(exception) { Member = member };
        }
    };

    public static JsonConverter<T> Around<T>(JsonSerializerOptions options, JsonConverter<T> converter) => IsIn(options) ? new LocatingConverter<T>(converter) : converter;

    private static bool IsIn(JsonSerializerOptions options) => Locating.TryGetValue(options, out _);
}
