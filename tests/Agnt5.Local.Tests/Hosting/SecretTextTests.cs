using System.Reflection;
using System.Runtime.CompilerServices;
using Agnt5.Local.Dispatch;
using Agnt5.Local.Hosting;
using Agnt5.Local.Hosting.Deployments;
using Agnt5.Local.Payloads;

namespace Agnt5.Local.Tests.Hosting;

/// <summary>A record writes all of its properties as text, wherever somebody logs it.</summary>
public sealed class SecretTextTests
{
    private const string Hush = "hush-hush-0123456789";

    public static TheoryData<string> RecordsWithSecrets => [.. Records().Select(static type => type.FullName!)];

    [Theory]
    [MemberData(nameof(RecordsWithSecrets))]
    public void No_record_tells_its_secret(string name)
    {
        var type = typeof(LocalEngine).Assembly.GetType(name)!;
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Secrets(type))
            type.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(record, Hush);
        foreach (var url in type.GetProperties().Where(static property => property.PropertyType == typeof(Uri)))
            type.GetField($"<{url.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(record, new Uri($"https://example.com/?key={Hush}"));

        Assert.DoesNotContain(Hush, record.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_a_secret_under_another_name_does_not_tell_it_either()
    {
        object[] records = [new InvokeHeader("X-Pass", Hush), new InputLink(Hush, 1, "", 0), new UploadLink(Hush, "ref", 1, 1, 0)];

        Assert.All(records, static record => Assert.DoesNotContain(Hush, record.ToString(), StringComparison.Ordinal));
        Assert.Contains(typeof(SyncRequest), Records());
    }

    private static IEnumerable<Type> Records() => typeof(LocalEngine).Assembly.GetTypes().Where(static type => IsRecord(type) && Secrets(type).Any());

    private static IEnumerable<PropertyInfo> Secrets(Type type) =>
        type.GetProperties().Where(static property => property.PropertyType == typeof(string) && property.CanWrite && property.Name.Contains("Secret", StringComparison.Ordinal));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
}
