using System.Reflection;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Documentation;

/// <summary>The names of the public types of the packages and of their members, as pages write them.</summary>
public static class PublicNames
{
    private static readonly ILookup<string, Type> Types = Repository.Packages
        .SelectMany(package => Assembly.Load(package).GetExportedTypes())
        .ToLookup(type => type.Name.Split('`')[0], StringComparer.Ordinal);

    /// <summary>Returns whether a name is that of a public type, or <c>Type.Member</c> of a public member.</summary>
    public static bool Exists(string name) => name.Split('.') switch
    {
        [var type] => Types.Contains(type),
        [var type, var member] => Types[type].Any(found => found.GetMember(member).Length > 0),
        _ => false,
    };

    /// <summary>Returns whether a name starts with that of a public type.</summary>
    public static bool StartsWithType(string name) => Types.Contains(name.Split('.')[0]);
}
