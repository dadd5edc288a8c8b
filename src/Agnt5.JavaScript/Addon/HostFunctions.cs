namespace Agnt5.JavaScript.Addon;

/// <summary>The functions of the JavaScript side's object. They are held for as long as their context lives, which frees them with itself.</summary>
internal sealed unsafe class HostFunctions
{
    private readonly nint _answered;
    private readonly nint _drained;
    private readonly nint _fetch;
    private readonly nint _abortFetch;
    private readonly nint _call;
    private readonly nint _log;

    public HostFunctions(nint env, nint host)
    {
        _answered = Hold(env, host, "answered"u8);
        _drained = Hold(env, host, "drained"u8);
        _fetch = Hold(env, host, "fetch"u8);
        _abortFetch = Hold(env, host, "abortFetch"u8);
        _call = Hold(env, host, "call"u8);
        _log = Hold(env, host, "log"u8);
    }

    public void Answered(nint env, ReadOnlySpan<nint> arguments) => Call(env, _answered, arguments);

    public void Drained(nint env, ReadOnlySpan<nint> arguments) => Call(env, _drained, arguments);

    public void Fetch(nint env, ReadOnlySpan<nint> arguments) => Call(env, _fetch, arguments);

    public void AbortFetch(nint env, ReadOnlySpan<nint> arguments) => Call(env, _abortFetch, arguments);

    public void CallService(nint env, ReadOnlySpan<nint> arguments) => Call(env, _call, arguments);

    public void Log(nint env, ReadOnlySpan<nint> arguments) => Call(env, _log, arguments);

    private static nint Hold(nint env, nint host, ReadOnlySpan<byte> name)
    {
        nint function, reference;
        fixed (byte* text = name)
            NapiValues.Check(Napi.GetProperty(env, host, text, &function));
        NapiValues.Check(Napi.CreateReference(env, function, 1, &reference));
        return reference;
    }

    private static void Call(nint env, nint reference, ReadOnlySpan<nint> arguments)
    {
        nint function, result;
        NapiValues.Check(Napi.GetReference(env, reference, &function));
        fixed (nint* values = arguments)
            NapiValues.Check(Napi.Call(env, NapiValues.OfUndefined(env), function, (nuint)arguments.Length, values, &result));
    }
}
