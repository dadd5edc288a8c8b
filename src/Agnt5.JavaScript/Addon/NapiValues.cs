using System.Runtime.CompilerServices;
using System.Text;

namespace Agnt5.JavaScript.Addon;

/// <summary>Values of JavaScript from values of C#, and back. Every status is checked.</summary>
internal static unsafe class NapiValues
{
    private const int MostOnStack = 1024;
    private const int MostInOnePiece = 15 * 1024;
    private const int Null = 1; // napi_valuetype
    private const int UInt8Array = 1; // napi_typedarray_type

    /// <exception cref="NapiException">The call did not work.</exception>
    public static void Check(NapiStatus status, [CallerArgumentExpression(nameof(status))] string call = "")
    {
        if (status != NapiStatus.Ok)
            throw new NapiException(call.Split('(')[0], status);
    }

    public static int Int32(nint env, nint value)
    {
        int result;
        Check(Napi.GetInt32(env, value, &result));
        return result;
    }

    public static double Double(nint env, nint value)
    {
        double result;
        Check(Napi.GetDouble(env, value, &result));
        return result;
    }

    public static bool Bool(nint env, nint value)
    {
        byte result;
        Check(Napi.GetBool(env, value, &result));
        return result != 0;
    }

    public static string Text(nint env, nint value) => Text(env, value, "");

    /// <param name="env">The environment.</param>
    /// <param name="value">A text.</param>
    /// <param name="usual">What it is most of the time: that needs no text of its own.</param>
    [SkipLocalsInit]
    public static string Text(nint env, nint value, string usual)
    {
        nuint length;
        var onStack = stackalloc char[MostOnStack];
        Check(Napi.GetText(env, value, onStack, MostOnStack, &length));
        // A text that fills the buffer may go on behind it.
        if (length < MostOnStack - 1)
        {
            var text = new ReadOnlySpan<char>(onStack, (int)length);
            return text.SequenceEqual(usual) ? usual : text.ToString();
        }

        Check(Napi.GetText(env, value, null, 0, &length));
        var large = new char[(int)length + 1];
        fixed (char* start = large)
            Check(Napi.GetText(env, value, start, (nuint)large.Length, &length));
        return new string(large, 0, (int)length);
    }

    public static bool IsNull(nint env, nint value)
    {
        int type;
        Check(Napi.TypeOf(env, value, &type));
        return type == Null;
    }

    /// <summary>The bytes of a <c>Uint8Array</c>. They stay JavaScript's: copy them before the callback returns.</summary>
    /// <exception cref="ArgumentException">The value is no <c>Uint8Array</c>.</exception>
    public static ReadOnlySpan<byte> Bytes(nint env, nint value)
    {
        int type;
        nuint length, offset;
        void* data;
        nint buffer;
        Check(Napi.GetBytes(env, value, &type, &length, &data, &buffer, &offset));
        return type == UInt8Array ? new ReadOnlySpan<byte>(data, checked((int)length)) : throw new ArgumentException("The bytes are no Uint8Array.");
    }

    public static nint Of(nint env, int value)
    {
        nint result;
        Check(Napi.CreateInt32(env, value, &result));
        return result;
    }

    public static nint Of(nint env, bool value)
    {
        nint result;
        Check(Napi.GetBoolean(env, value ? (byte)1 : (byte)0, &result));
        return result;
    }

    public static nint Of(nint env, string value)
    {
        nint result;
        fixed (char* text = value)
            Check(Napi.CreateText(env, text, (nuint)value.Length, &result));
        return result;
    }

    /// <summary>A <c>Buffer</c> with a copy of the bytes.</summary>
    public static nint Of(nint env, ReadOnlySpan<byte> value)
    {
        nint result;
        fixed (byte* bytes = value)
            Check(Napi.CreateBytes(env, (nuint)value.Length, bytes, null, &result));
        return result;
    }

    /// <summary>A short text where the bytes are ASCII, as most JSON is: it costs less than a <c>Buffer</c>, and JavaScript sends it in one piece with the headers. Else a <c>Buffer</c>.</summary>
    public static nint OfBody(nint env, ReadOnlySpan<byte> value)
    {
        if (value.Length > MostInOnePiece || !Ascii.IsValid(value))
            return Of(env, value);
        nint result;
        fixed (byte* bytes = value)
            Check(Napi.CreateLatin1Text(env, bytes, (nuint)value.Length, &result));
        return result;
    }

    public static nint OfNull(nint env)
    {
        nint result;
        Check(Napi.GetNull(env, &result));
        return result;
    }

    public static nint OfUndefined(nint env)
    {
        nint result;
        Check(Napi.GetUndefined(env, &result));
        return result;
    }

    /// <summary>Adds a function to an object.</summary>
    /// <param name="env">The environment.</param>
    /// <param name="target">The object.</param>
    /// <param name="name">The function's name, which ends with a zero in memory, as literals do.</param>
    /// <param name="callback">The function.</param>
    public static void AddFunction(nint env, nint target, ReadOnlySpan<byte> name, delegate* unmanaged<nint, nint, nint> callback)
    {
        nint function;
        fixed (byte* text = name)
        {
            Check(Napi.CreateFunction(env, text, (nuint)name.Length, callback, 0, &function));
            Check(Napi.SetProperty(env, target, text, function));
        }
    }
}
