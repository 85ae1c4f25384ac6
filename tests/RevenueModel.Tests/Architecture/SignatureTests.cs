using System.Reflection;
using System.Runtime.CompilerServices;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Architecture;

/// <summary>
/// Public methods have one shape everywhere: the same collections, the same parameter names, the same order.
/// </summary>
public class SignatureTests
{
    private static readonly IReadOnlyList<MethodBase> Methods =
    [
        .. from type in Rooms.Core.GetExportedTypes()
           where !type.FullName!.Contains('<', StringComparison.Ordinal)
           from method in type.GetMembers(
               BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
               .OfType<MethodBase>()
           where !method.IsSpecialName || method is ConstructorInfo
           where !method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
           select method,
    ];

    // A method that writes to a destination works on columns, so that its sources are spans too.
    [Fact]
    public void EveryMethodOverASpanAlsoTakesASequence() =>
        Offenders.None(
            from method in Methods.OfType<MethodInfo>()
            let parameters = method.GetParameters()
            where parameters.Any(parameter => IsSpan(parameter.ParameterType))
                && !parameters.Any(parameter => IsOf(parameter.ParameterType, typeof(Span<>)))
                && !(method.Name is "Create" && method.DeclaringType == typeof(ValueList))
            where !Methods.OfType<MethodInfo>().Any(other => IsSequenceFormOf(other, method))
            select $"{Text(method)} has no overload with IEnumerable.");

    [Fact]
    public void MethodsTakeAnyCollectionInPlaceOfAValueList() =>
        Offenders.None(
            from method in Methods
            where method.DeclaringType != typeof(ValueList)
                && method.DeclaringType is { } type
                && !IsOf(type, typeof(ValueList<>))
            where !IsPositionalRecordMember(method)
            from parameter in method.GetParameters()
            where IsOf(parameter.ParameterType, typeof(ValueList<>))
            select $"{Text(method)}: {parameter.Name} is a ValueList.");

    [Fact]
    public void EveryRoundingPolicyIsNamedRounding() =>
        Offenders.None(
            from method in Methods
            where !IsPositionalRecordMember(method)
            from parameter in method.GetParameters()
            where (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
                == typeof(RoundingPolicy)
                && method.DeclaringType != typeof(RoundingPolicy)
                && parameter.Name is not ("rounding" or "minorUnit")
            select $"{Text(method)}: {parameter.Name}");

    [Fact]
    public void DestinationIsTheLastRequiredParameter() =>
        Offenders.None(
            from method in Methods
            let parameters = method.GetParameters()
            from parameter in parameters
            where IsOf(parameter.ParameterType, typeof(Span<>)) && parameter.Position != parameters.Length - 1
            select Text(method));

    [Fact]
    public void LookUpsAreNamedFind() =>
        Offenders.None(
            from method in Methods.OfType<MethodInfo>()
            where method.Name.StartsWith("TryFind", StringComparison.Ordinal)
                || (method.Name is "ColumnOf" or "ComponentOf" or "Lookup" or "Get")
            select Text(method));

    private static bool IsSequenceFormOf(MethodInfo other, MethodInfo method)
    {
        if (other.Name != method.Name
            || other.DeclaringType != method.DeclaringType
            || other.IsStatic != method.IsStatic)
        {
            return false;
        }

        ParameterInfo[] one = method.GetParameters();
        ParameterInfo[] two = other.GetParameters();
        // The parameters of a span cannot be followed by optional ones, such as further terms.
        return one.Length <= two.Length
            && two.Skip(one.Length).All(more => more.IsOptional)
            && one.Zip(two).All(pair => IsSpan(pair.First.ParameterType)
            ? IsOf(pair.Second.ParameterType, typeof(IEnumerable<>)) && pair.First.Name == pair.Second.Name
            : pair.First.ParameterType.ToString() == pair.Second.ParameterType.ToString());
    }

    // A positional record has the types of its properties, which are value lists.
    private static bool IsPositionalRecordMember(MethodBase method) =>
        method is ConstructorInfo { DeclaringType: { } type } && type.GetMethod("Deconstruct") is not null;

    private static bool IsSpan(Type type) =>
        IsOf(type, typeof(ReadOnlySpan<>)) && type.GetGenericArguments()[0] != typeof(char);

    private static bool IsOf(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static string Text(MethodBase method) =>
        $"{method.DeclaringType!.FullName}.{method.Name}"
            + $"({string.Join(", ", method.GetParameters().Select(p => p.Name))})";
}
