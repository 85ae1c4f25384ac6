using System.Reflection;
using System.Runtime.CompilerServices;
using RevenueModel.Primitives;
using RevenueModel.Tests.Architecture;

namespace RevenueModel.Tests.Json;

/// <summary>The public records of the core, found by reflection.</summary>
internal static class RecordTypes
{
    public const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>All public records, closed: bands of decimals, pairs of a text and an amount.</summary>
    public static readonly IReadOnlyList<Type> All =
    [
        .. Rooms.Core.GetExportedTypes().Where(IsRecord).Select(Close).OrderBy(type => type.FullName),
    ];

    /// <summary>All bands, lists and pairs that occur in public signatures.</summary>
    public static readonly IReadOnlyList<Type> Closed =
    [
        .. Rooms.Core.GetExportedTypes().SelectMany(SignatureTypes).SelectMany(Parts).Distinct()
            .Where(type => type.IsGenericType && !type.ContainsGenericParameters)
            .Where(type => type.GetGenericTypeDefinition() is var open
                && (open == typeof(ValueList<>) || open == typeof(Band<>) || open == typeof(Keyed<,>)))
            .OrderBy(type => type.ToString()),
    ];

    public static TheoryData<Type> Each => [.. All];

    public static TheoryData<Type> EachConcrete => [.. All.Where(type => !type.IsAbstract)];

    /// <summary>The properties whose values are stored.</summary>
    public static IEnumerable<PropertyInfo> Stored(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property =>
            property.GetIndexParameters().Length == 0
            && (property.SetMethod is not null || HasField(property.DeclaringType!, property.Name)));

    private static bool HasField(Type type, string property) =>
        type.GetField($"<{property}>k__BackingField", Instance) is not null;

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Instance) is { } print
            && print.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static Type Close(Type type) => !type.IsGenericTypeDefinition ? type
        : type == typeof(Band<>) ? typeof(Band<decimal>)
        : typeof(Keyed<string, decimal>);

    private static IEnumerable<Type> SignatureTypes(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .SelectMany(member => member switch
            {
                MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(one => one.ParameterType)],
                ConstructorInfo constructor => constructor.GetParameters().Select(one => one.ParameterType),
                _ => Type.EmptyTypes,
            });

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : [type, .. type.GetGenericArguments().SelectMany(Parts)];
}
