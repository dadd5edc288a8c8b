using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Agnt5.Shipping.Tests;

/// <summary>What a package tells of the machine that built it, and what it may do on the machine that builds with it.</summary>
public sealed class SupplyChainTests
{
    // Reading an assembly as data, writing a text, and reporting to MSBuild. No process, no network, no reflection, no environment.
    private static readonly string[] NamespacesOfTheTask =
    [
        "Microsoft.Build.Framework", "Microsoft.Build.Utilities",
        "System.Reflection.Metadata", "System.Reflection.PortableExecutable", "System.Reflection.Metadata.Ecma335",
        "System", "System.Collections", "System.Collections.Generic", "System.Collections.Immutable", "System.IO", "System.Linq", "System.Text",
        "System.Diagnostics", "System.Runtime.CompilerServices", "System.Reflection", "System.Runtime.Versioning",
    ];

    [Fact]
    public async Task A_package_holds_no_path_of_the_machine_that_built_it()
    {
        var feed = await Shipment.PackagesAsync();
        var root = Encoding.UTF8.GetBytes(Repository.Root);
        var packages = Directory.GetFiles(feed, "*nupkg");
        Assert.Equal(9, packages.Count(static package => package.EndsWith(".nupkg", StringComparison.Ordinal)));
        Assert.Equal(7, packages.Count(static package => package.EndsWith(".snupkg", StringComparison.Ordinal)));

        foreach (var package in packages)
        {
            using var archive = await ZipFile.OpenReadAsync(package);
            foreach (var entry in archive.Entries)
            {
                using var content = new MemoryStream();
                await using (var stream = await entry.OpenAsync())
                    await stream.CopyToAsync(content);
                Assert.True(content.ToArray().AsSpan().IndexOf(root) < 0, $"{entry.FullName} in {Path.GetFileName(package)} holds {Repository.Root}.");
            }
        }
    }

    [Fact]
    public async Task A_build_with_the_package_runs_a_task_that_can_only_read_the_assembly_and_write_the_manifest()
    {
        using var task = new PEReader(new MemoryStream(await TaskAssemblyAsync()));
        var metadata = task.GetMetadataReader();
        var used = metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => (Namespace: metadata.GetString(type.Namespace), Name: metadata.GetString(type.Name))).ToArray();

        Assert.Empty(used.Select(static type => type.Namespace).Where(static name => name.Length > 0).Except(NamespacesOfTheTask));
        Assert.DoesNotContain(used, static type => type.Name is "Process" or "ProcessStartInfo" or "Environment" or "Assembly" or "Activator" or "AppDomain" or "Type" or "Directory");
        // Nothing of the machine's own is called.
        Assert.Equal(0, metadata.GetTableRowCount(TableIndex.ModuleRef));
    }

    private static async Task<byte[]> TaskAssemblyAsync()
    {
        var package = Path.Combine(await Shipment.PackagesAsync(), $"Agnt5.{Shipment.Version}.nupkg");
        using var archive = await ZipFile.OpenReadAsync(package);
        using var content = new MemoryStream();
        await using (var stream = await archive.GetEntry("tasks/netstandard2.0/Agnt5.Build.dll")!.OpenAsync())
            await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
