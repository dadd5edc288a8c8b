using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Agnt5.JavaScript.Addon;

/// <summary>
/// The module that <c>require</c> gives: <c>start(host, file)</c>, which starts the program of the addon in that file and gives the engine.
/// Each JavaScript context that loads it gets an engine of its own.
/// </summary>
internal static unsafe class AddonModule
{
    // The runtime starts within this call, and after the check of a stack with buffers was set up. So it has none, and calls what has some.
    [UnmanagedCallersOnly(EntryPoint = "napi_register_module_v1")]
    public static nint Register(nint env, nint exports) => Fill(env, exports);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint Fill(nint env, nint exports)
    {
        try
        {
            NapiValues.AddFunction(env, exports, "start"u8, &Start);
        }
        catch (Exception exception)
        {
            AddonCallbacks.Throw(env, exception);
        }

        return exports;
    }

    [UnmanagedCallersOnly]
    private static nint Start(nint env, nint info)
    {
        try
        {
            var arguments = stackalloc nint[2];
            AddonCallbacks.Read(env, info, arguments, 2);
            AddonProgram.Run(NapiValues.Text(env, arguments[1]));
            AddonContext.Open(env, arguments[0]);
            return AddonCallbacks.CreateEngine(env);
        }
        catch (Exception exception)
        {
            return AddonCallbacks.Throw(env, exception);
        }
    }
}
