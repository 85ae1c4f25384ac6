using System.Collections.Immutable;
using System.Reflection;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Architecture;

/// <summary>The rooms of the core: a folder, a namespace and a place in the order of who may use whom.</summary>
public static class Rooms
{
    /// <summary>Each room uses only those before it. A new folder of the core gets its place here.</summary>
    public static readonly ImmutableArray<string> InOrder =
    [
        "Primitives",
        "Segments",
        "Pipeline",
        "Retention",
        "Expansion",
        "Pricing",
        "Compensation",
        "Kpis",
        "Forecasting",
        "Organization",
        "Architectures",
        "Diagnostics",
        "Planning",
    ];

    public static readonly Assembly Core = typeof(PercentExtensions).Assembly;

    public static string NamespaceOf(string room) => "RevenueModel." + room;

    /// <summary>The place of the room that a namespace belongs to, or -1 where it belongs to none.</summary>
    public static int PlaceOf(string? @namespace) =>
        @namespace?.Split('.') is ["RevenueModel", var room, ..] ? InOrder.IndexOf(room) : -1;
}
