using System.Runtime.InteropServices;

namespace Agnt5.JavaScript.Addon;

/// <summary>
/// The functions of Node-API that the addon uses, in the versions that every host has. They are exported by the program that loaded the addon (Node.js, Deno), so they are looked up there, and no
/// library of any platform is linked. A value of JavaScript is a pointer that is good until the callback returns.
/// </summary>
internal static unsafe partial class Napi
{
    private const string Host = "node";

    static Napi() => NativeLibrary.SetDllImportResolver(typeof(Napi).Assembly, static (name, _, _) => name == Host ? NativeLibrary.GetMainProgramHandle() : 0);

    [LibraryImport(Host, EntryPoint = "napi_get_cb_info")]
    public static partial NapiStatus GetArguments(nint env, nint info, nuint* count, nint* values, nint* self, nint* data);

    [LibraryImport(Host, EntryPoint = "napi_typeof")]
    public static partial NapiStatus TypeOf(nint env, nint value, int* type);

    [LibraryImport(Host, EntryPoint = "napi_get_value_int32")]
    public static partial NapiStatus GetInt32(nint env, nint value, int* result);

    [LibraryImport(Host, EntryPoint = "napi_get_value_double")]
    public static partial NapiStatus GetDouble(nint env, nint value, double* result);

    [LibraryImport(Host, EntryPoint = "napi_get_value_bool")]
    public static partial NapiStatus GetBool(nint env, nint value, byte* result);

    [LibraryImport(Host, EntryPoint = "napi_get_value_string_utf16")]
    public static partial NapiStatus GetText(nint env, nint value, char* text, nuint size, nuint* length);

    [LibraryImport(Host, EntryPoint = "napi_get_typedarray_info")]
    public static partial NapiStatus GetBytes(nint env, nint value, int* type, nuint* length, void** data, nint* buffer, nuint* offset);

    [LibraryImport(Host, EntryPoint = "napi_create_int32")]
    public static partial NapiStatus CreateInt32(nint env, int value, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_get_boolean")]
    public static partial NapiStatus GetBoolean(nint env, byte value, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_get_undefined")]
    public static partial NapiStatus GetUndefined(nint env, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_get_null")]
    public static partial NapiStatus GetNull(nint env, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_create_string_utf16")]
    public static partial NapiStatus CreateText(nint env, char* text, nuint length, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_create_string_latin1")]
    public static partial NapiStatus CreateLatin1Text(nint env, byte* text, nuint length, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_create_buffer_copy")]
    public static partial NapiStatus CreateBytes(nint env, nuint length, void* data, void** copy, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_create_object")]
    public static partial NapiStatus CreateObject(nint env, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_create_function")]
    public static partial NapiStatus CreateFunction(nint env, byte* name, nuint length, delegate* unmanaged<nint, nint, nint> callback, nint data, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_set_named_property")]
    public static partial NapiStatus SetProperty(nint env, nint target, byte* name, nint value);

    [LibraryImport(Host, EntryPoint = "napi_get_named_property")]
    public static partial NapiStatus GetProperty(nint env, nint target, byte* name, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_call_function")]
    public static partial NapiStatus Call(nint env, nint self, nint function, nuint count, nint* arguments, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_create_reference")]
    public static partial NapiStatus CreateReference(nint env, nint value, uint count, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_get_reference_value")]
    public static partial NapiStatus GetReference(nint env, nint reference, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_open_handle_scope")]
    public static partial NapiStatus OpenScope(nint env, nint* scope);

    [LibraryImport(Host, EntryPoint = "napi_close_handle_scope")]
    public static partial NapiStatus CloseScope(nint env, nint scope);

    [LibraryImport(Host, EntryPoint = "napi_create_error")]
    public static partial NapiStatus CreateError(nint env, nint code, nint message, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_throw")]
    public static partial NapiStatus Throw(nint env, nint error);

    [LibraryImport(Host, EntryPoint = "napi_get_and_clear_last_exception")]
    public static partial NapiStatus TakeException(nint env, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_fatal_exception")]
    public static partial NapiStatus RaiseUncaught(nint env, nint error);

    [LibraryImport(Host, EntryPoint = "napi_set_instance_data")]
    public static partial NapiStatus SetInstance(nint env, nint data, delegate* unmanaged<nint, nint, nint, void> release, nint hint);

    [LibraryImport(Host, EntryPoint = "napi_get_instance_data")]
    public static partial NapiStatus GetInstance(nint env, nint* data);

    [LibraryImport(Host, EntryPoint = "napi_add_env_cleanup_hook")]
    public static partial NapiStatus AddCleanup(nint env, delegate* unmanaged<nint, void> hook, nint data);

    [LibraryImport(Host, EntryPoint = "napi_create_threadsafe_function")]
    public static partial NapiStatus CreateWakeUp(
        nint env, nint function, nint resource, nint name, nuint maxQueue, nuint threads, nint finalizeData, nint finalize, nint context,
        delegate* unmanaged<nint, nint, nint, nint, void> callback, nint* result);

    [LibraryImport(Host, EntryPoint = "napi_call_threadsafe_function")]
    public static partial NapiStatus WakeUp(nint wakeUp, nint data, int mode);

    [LibraryImport(Host, EntryPoint = "napi_release_threadsafe_function")]
    public static partial NapiStatus ReleaseWakeUp(nint wakeUp, int mode);

    [LibraryImport(Host, EntryPoint = "napi_ref_threadsafe_function")]
    public static partial NapiStatus RefWakeUp(nint env, nint wakeUp);

    [LibraryImport(Host, EntryPoint = "napi_unref_threadsafe_function")]
    public static partial NapiStatus UnrefWakeUp(nint env, nint wakeUp);
}
