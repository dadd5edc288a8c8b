using System.Buffers;
using System.Runtime.InteropServices;
using Agnt5.JavaScript.Bridge;

namespace Agnt5.JavaScript.Addon;

/// <summary>What npm/lib/engine-addon.js calls: <see cref="Engine"/>, in values of JavaScript. No exception leaves a callback; it is thrown in JavaScript.</summary>
internal static unsafe class AddonCallbacks
{
    private const int MostArguments = 8;

    /// <summary>The object whose functions are the engine.</summary>
    public static nint CreateEngine(nint env)
    {
        nint engine;
        NapiValues.Check(Napi.CreateObject(env, &engine));
        NapiValues.AddFunction(env, engine, "open"u8, &Open);
        NapiValues.AddFunction(env, engine, "setContext"u8, &SetContext);
        NapiValues.AddFunction(env, engine, "begin"u8, &Begin);
        NapiValues.AddFunction(env, engine, "run"u8, &Run);
        NapiValues.AddFunction(env, engine, "push"u8, &Push);
        NapiValues.AddFunction(env, engine, "endBody"u8, &EndBody);
        NapiValues.AddFunction(env, engine, "cancel"u8, &Cancel);
        NapiValues.AddFunction(env, engine, "fetched"u8, &Fetched);
        NapiValues.AddFunction(env, engine, "fetchFailed"u8, &FetchFailed);
        NapiValues.AddFunction(env, engine, "called"u8, &Called);
        NapiValues.AddFunction(env, engine, "callFailed"u8, &CallFailed);
        return engine;
    }

    /// <summary>Reads the arguments of a call. Those that are missing are <c>undefined</c>.</summary>
    public static void Read(nint env, nint info, nint* values, nuint count) => NapiValues.Check(Napi.GetArguments(env, info, &count, values, null, null));

    /// <summary>Throws in JavaScript what was thrown here.</summary>
    /// <returns>What the callback returns.</returns>
    public static nint Throw(nint env, Exception exception)
    {
        if (exception is not NapiException { IsThrownByJavaScript: true } && ErrorOf(env, exception) is var error and not 0)
            _ = Napi.Throw(env, error); // Nothing is left to do when this does not work.
        return 0;
    }

    /// <summary>Reports what a message threw, where no code of JavaScript could take it: the event <c>uncaughtException</c>.</summary>
    public static void RaiseUncaught(nint env, Exception exception)
    {
        nint error;
        if (exception is not NapiException { IsThrownByJavaScript: true })
            error = ErrorOf(env, exception);
        else if (Napi.TakeException(env, &error) != NapiStatus.Ok)
            return;
        if (error != 0)
            _ = Napi.RaiseUncaught(env, error); // The process may end here.
    }

    private static nint ErrorOf(nint env, Exception exception)
    {
        try
        {
            nint error;
            NapiValues.Check(Napi.CreateError(env, 0, NapiValues.Of(env, exception.Message), &error));
            return error;
        }
        catch (NapiException)
        {
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static nint Open(nint env, nint info) =>
        Answer(env, info, static (env, context, arguments) => NapiValues.Of(env, context.Engine.Open(NapiValues.Text(env, arguments[0]))));

    [UnmanagedCallersOnly]
    private static nint SetContext(nint env, nint info) =>
        Follow(env, info, static (env, context, arguments) => context.Engine.SetContext(NapiValues.Int32(env, arguments[0]), NapiValues.Text(env, arguments[1])));

    [UnmanagedCallersOnly]
    private static nint Begin(nint env, nint info) => Follow(env, info, BeginRequest);

    private static void BeginRequest(nint env, AddonContext context, nint* arguments)
    {
        var request = NapiValues.Int32(env, arguments[0]);
        var endpoint = NapiValues.Int32(env, arguments[1]);
        var length = NapiValues.Double(env, arguments[6]);
        var head = new RequestHead(
            NapiValues.Text(env, arguments[2], "POST"),
            NapiValues.Text(env, arguments[3], ServerlessEndpoint.InvokePath),
            new RequestHeaders.Lines(NapiValues.Text(env, arguments[4])),
            NapiValues.Int32(env, arguments[5]),
            length < 0 ? null : (long)length);
        if (NapiValues.IsNull(env, arguments[7]))
        {
            context.Engine.Begin(request, endpoint, head);
        }
        else
        {
            // JavaScript may use its memory again as soon as this returns.
            var bytes = NapiValues.Bytes(env, arguments[7]);
            var memory = MemoryPool<byte>.Shared.Rent(bytes.Length);
            bytes.CopyTo(memory.Memory.Span);
            context.Engine.Begin(request, endpoint, head, memory.Memory[..bytes.Length], memory);
        }

        context.Mailbox.Hold(env);
    }

    [UnmanagedCallersOnly]
    private static nint Run(nint env, nint info) => Answer(env, info, static (env, context, _) => NapiValues.Of(env, context.Engine.Begun.Run()));

    [UnmanagedCallersOnly]
    private static nint Push(nint env, nint info) =>
        Answer(env, info, static (env, context, arguments) => NapiValues.Of(env, context.Engine.Push(NapiValues.Int32(env, arguments[0]), NapiValues.Bytes(env, arguments[1]))));

    [UnmanagedCallersOnly]
    private static nint EndBody(nint env, nint info) =>
        Follow(env, info, static (env, context, arguments) => context.Engine.EndBody(NapiValues.Int32(env, arguments[0]), NapiValues.Bool(env, arguments[1])));

    [UnmanagedCallersOnly]
    private static nint Cancel(nint env, nint info) =>
        Follow(env, info, static (env, context, arguments) => context.Engine.Cancel(NapiValues.Int32(env, arguments[0])));

    [UnmanagedCallersOnly]
    private static nint Fetched(nint env, nint info) => Follow(env, info, static (env, context, arguments) => context.Engine.Fetched(
        NapiValues.Int32(env, arguments[0]),
        new FetchedMessage(NapiValues.Int32(env, arguments[1]), NapiValues.Text(env, arguments[2]), NapiValues.Bytes(env, arguments[3]).ToArray())));

    [UnmanagedCallersOnly]
    private static nint FetchFailed(nint env, nint info) =>
        Follow(env, info, static (env, context, arguments) => context.Engine.FetchFailed(NapiValues.Int32(env, arguments[0]), NapiValues.Text(env, arguments[1])));

    [UnmanagedCallersOnly]
    private static nint Called(nint env, nint info) =>
        Follow(env, info, static (env, context, arguments) => context.Engine.Called(NapiValues.Int32(env, arguments[0]), NapiValues.Text(env, arguments[1])));

    [UnmanagedCallersOnly]
    private static nint CallFailed(nint env, nint info) =>
        Follow(env, info, static (env, context, arguments) => context.Engine.CallFailed(NapiValues.Int32(env, arguments[0]), NapiValues.Text(env, arguments[1])));

    /// <summary>Answers a call with a value.</summary>
    private static nint Answer(nint env, nint info, Question question)
    {
        try
        {
            var arguments = stackalloc nint[MostArguments];
            Read(env, info, arguments, MostArguments);
            return question(env, AddonContext.Of(env), arguments);
        }
        catch (Exception exception)
        {
            return Throw(env, exception);
        }
    }

    /// <summary>Follows a call that asks for nothing.</summary>
    private static nint Follow(nint env, nint info, Order order)
    {
        try
        {
            var arguments = stackalloc nint[MostArguments];
            Read(env, info, arguments, MostArguments);
            order(env, AddonContext.Of(env), arguments);
            return 0;
        }
        catch (Exception exception)
        {
            return Throw(env, exception);
        }
    }

    private delegate nint Question(nint env, AddonContext context, nint* arguments);

    private delegate void Order(nint env, AddonContext context, nint* arguments);
}
