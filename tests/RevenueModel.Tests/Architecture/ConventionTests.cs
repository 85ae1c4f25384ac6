using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Architecture;

/// <summary>Conventions of all public types of the core.</summary>
public class ConventionTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // The compiler nests public marker types with unspeakable names in a class with extension blocks.
    private static readonly IReadOnlyList<Type> PublicTypes =
        [.. Rooms.Core.GetExportedTypes().Where(type => !IsUnspeakable(type))];

    // What the compiler prints for a record is in the culture of the thread.
    [Fact]
    public void EveryRecordAndStructPrintsItselfByHand() =>
        Offenders.None(PublicTypes
            .Where(type => (IsRecordClass(type) && !type.IsAbstract) || IsStruct(type))
            .Where(type => !type.IsByRefLike && !typeof(IEnumerator).IsAssignableFrom(type))
            .Where(type => !IsWrittenByHand(type.GetMethod(nameof(ToString), Type.EmptyTypes)!)));

    [Fact]
    public void EveryRecordClassIsSealedOrAbstract() =>
        Offenders.None(PublicTypes.Where(IsRecordClass).Where(type => !type.IsSealed && !type.IsAbstract));

    [Fact]
    public void EveryCalculatorIsStatic() =>
        Offenders.None(PublicTypes
            .Where(type => type.Name.EndsWith("Calculator", StringComparison.Ordinal))
            .Where(type => !type.IsAbstract || !type.IsSealed));

    [Fact]
    public void EveryEnumHasAZero() =>
        Offenders.None(PublicTypes.Where(type => type.IsEnum && !Enum.IsDefined(type, Enum.ToObject(type, 0))));

    [Fact]
    public void NoSignatureHasATupleOrAnArray() =>
        Offenders.None(
            from type in PublicTypes
            from member in PublicMembers(type)
            where member.Name is not ("ToArray" or "op_Implicit")
            from part in SignatureOf(member)
            where Mentions(part, IsTupleOrArray)
            select $"{type.FullName}.{member.Name}: {part}");

    [Fact]
    public void NothingPublicCanBeAssignedTo()
    {
        IEnumerable<string> fields =
            from type in PublicTypes
            where !type.IsEnum
            from field in type.GetFields(Declared)
            where field is { IsPublic: true, IsInitOnly: false, IsLiteral: false }
            select $"{type.FullName}.{field.Name}";
        IEnumerable<string> properties =
            from type in PublicTypes
            from property in type.GetProperties(Declared)
            where property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            select $"{type.FullName}.{property.Name}";
        Offenders.None(fields.Concat(properties));
    }

    [Fact]
    public void NoStaticStateCanChange() =>
        Offenders.None(
            from type in Rooms.Core.GetTypes()
            where !IsUnspeakable(type) && !type.IsEnum
            from field in type.GetFields(Declared)
            where field is { IsStatic: true, IsInitOnly: false, IsLiteral: false }
            select $"{type.FullName}.{field.Name}");

    // Lists of the framework are equal by reference, and so would be the record that holds one.
    [Fact]
    public void EveryListInARecordIsEqualByValue() =>
        Offenders.None(
            from type in PublicTypes
            where IsRecordClass(type) || IsStruct(type)
            from property in type.GetProperties(Declared)
            where property.GetMethod is { IsPublic: true }
                && property.PropertyType != typeof(string)
                && typeof(IEnumerable).IsAssignableFrom(property.PropertyType)
                && property.PropertyType.Assembly != typeof(ValueList).Assembly
            select $"{type.FullName}.{property.Name}: {property.PropertyType}");

    private static bool IsUnspeakable(Type type) => type.FullName?.Contains('<', StringComparison.Ordinal) ?? true;

    private static bool IsRecordClass(Type type) => type.IsClass && type.GetMethod("<Clone>$", Declared) is not null;

    private static bool IsStruct(Type type) => type is { IsValueType: true, IsEnum: false };

    private static bool IsWrittenByHand(MethodInfo method) =>
        method.DeclaringType != typeof(object)
        && method.DeclaringType != typeof(ValueType)
        && !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static IEnumerable<MemberInfo> PublicMembers(Type type) =>
        type.GetMembers(Declared).Where(member => member switch
        {
            MethodBase method => method.IsPublic || method.IsFamily,
            FieldInfo field => field.IsPublic || field.IsFamily,
            _ => false, // properties and events are seen as their methods
        });

    private static IEnumerable<Type> SignatureOf(MemberInfo member) => member switch
    {
        MethodInfo method => [method.ReturnType, .. ParametersOf(method)],
        MethodBase constructor => ParametersOf(constructor),
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static IEnumerable<Type> ParametersOf(MethodBase method) =>
        method.GetParameters().Select(parameter => parameter.ParameterType);

    private static bool IsTupleOrArray(Type type) => type.IsArray || type.IsAssignableTo(typeof(ITuple));

    private static bool Mentions(Type type, Func<Type, bool> what) =>
        what(type)
        || (type.HasElementType && Mentions(type.GetElementType()!, what))
        || type.GetGenericArguments().Any(argument => Mentions(argument, what));
}
