using System.Runtime.InteropServices;
using Agnt5.JavaScript.Bridge;

namespace Agnt5.JavaScript.Addon;

/// <summary>What belongs to one JavaScript context that has loaded the addon: the main thread, or a worker thread.</summary>
internal sealed unsafe class AddonContext
{
    private AddonContext(Mailbox mailbox, Engine engine)
    {
        Mailbox = mailbox;
        Engine = engine;
    }

    public Mailbox Mailbox { get; }

    public Engine Engine { get; }

    /// <summary>Opens the context, for as long as its <paramref name="env"/> lives.</summary>
    /// <param name="env">The context of Node-API.</param>
    /// <param name="host">The object with the functions of the JavaScript side.</param>
    /// <exception cref="InvalidOperationException">It is open already.</exception>
    public static AddonContext Open(nint env, nint host)
    {
        nint data;
        NapiValues.Check(Napi.GetInstance(env, &data));
        if (data != 0)
            throw new InvalidOperationException("The addon was started twice in one JavaScript context.");

        var mailbox = new Mailbox();
        var context = new AddonContext(mailbox, new Engine(new AddonHost(mailbox, new HostFunctions(env, host))));
        var handle = GCHandle.Alloc(context);
        mailbox.Open(env, handle);
        NapiValues.Check(Napi.SetInstance(env, GCHandle.ToIntPtr(handle), &Release, 0));
        NapiValues.Check(Napi.AddCleanup(env, &End, GCHandle.ToIntPtr(handle)));
        return context;
    }

    /// <summary>The open context.</summary>
    public static AddonContext Of(nint env)
    {
        nint data;
        NapiValues.Check(Napi.GetInstance(env, &data));
        return data != 0 ? (AddonContext)GCHandle.FromIntPtr(data).Target! : throw new InvalidOperationException("The addon was not started in this JavaScript context.");
    }

    // The context ends while its values are still there: nothing may reach it from other threads afterwards.
    [UnmanagedCallersOnly]
    private static void End(nint data)
    {
        if (GCHandle.FromIntPtr(data).Target is not AddonContext context)
            return;
        context.Mailbox.Close();
        context.Engine.Leave();
    }

    [UnmanagedCallersOnly]
    private static void Release(nint env, nint data, nint hint) => GCHandle.FromIntPtr(data).Free();
}
