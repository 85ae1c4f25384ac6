using System.Collections.Immutable;
using System.Reflection;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Architecture;

/// <summary>
/// The rooms of the core package. A room is a folder, a namespace and a position in the layer order.
/// </summary>
public static class Rooms
{
    /// <summary>
    /// The rooms in layer order. Each uses only earlier ones. A new folder of the core gets its place here.
    /// </summary>
    public static readonly ImmutableArray<string> InOrder =
    [
        "Primitives",
        "Statistics",
        "Segments",
        "Pipeline",
        "Retention",
        "Expansion",
        "Pricing",
        "Billing",
        "Packaging",
        "Compensation",
        "Kpis",
        "Forecasting",
        "Organization",
        "Architectures",
        "Diagnostics",
        "Planning",
    ];

    /// <summary>The folders that have a namespace of their own inside a room.</summary>
    public static readonly ImmutableArray<string> InnerNamespaces = ["Compensation/Analysis"];

    public static readonly Assembly Core = typeof(PercentExtensions).Assembly;

    public static string NamespaceOf(string room) => "RevenueModel." + room;

    /// <summary>Returns the position of the room that a namespace belongs to, or -1 if it belongs to none.</summary>
    public static int PlaceOf(string? @namespace) =>
        @namespace?.Split('.') is ["RevenueModel", var room, ..] ? InOrder.IndexOf(room) : -1;

    /// <summary>Returns the namespace of a folder of the core, given relative to it with slashes.</summary>
    public static string NamespaceOfFolder(string folder)
    {
        string? inner = InnerNamespaces.FirstOrDefault(
            name => folder == name || folder.StartsWith(name + "/", StringComparison.Ordinal));
        return NamespaceOf((inner ?? folder.Split('/')[0]).Replace('/', '.'));
    }
}
