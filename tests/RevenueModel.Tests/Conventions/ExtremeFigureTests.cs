using System.Reflection;
using RevenueModel.Primitives;
using RevenueModel.Tests.Architecture;

namespace RevenueModel.Tests.Conventions;

/// <summary>
/// Calls every public static method of plain figures with the largest, smallest and finest figures there are: each
/// call answers or is refused by an ArgumentException that names a parameter, and never ends in an overflow or a
/// division by zero.
/// </summary>
public class ExtremeFigureTests
{
    private static readonly Dictionary<Type, object[]> Figures = new()
    {
        [typeof(decimal)] =
            [0m, 1m, 0.5m, -1m, decimal.MaxValue, decimal.MinValue, 0.000_000_000_000_000_000_000_000_000_1m],
        [typeof(double)] = [0d, 0.95, 1d, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity],
        [typeof(int)] = [0, 1, -1, int.MaxValue, int.MinValue],
        [typeof(long)] = [0L, 1L, -1L, long.MaxValue, long.MinValue],
        [typeof(bool)] = [false, true],
        [typeof(RoundingPolicy)] = [RoundingPolicy.Cents, RoundingPolicy.ToDigits(9)],
    };

    public static TheoryData<string> EachMethod => [.. Methods.Select(Name).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<MethodInfo> Methods =>
        from type in Rooms.Core.GetExportedTypes()
        where type is { IsGenericType: false } && !type.FullName!.Contains('<', StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && !method.IsGenericMethod
        let parameters = method.GetParameters()
        where parameters.Length > 0 && parameters.All(parameter => Figures.ContainsKey(Plain(parameter.ParameterType)))
        select method;

    [Theory, MemberData(nameof(EachMethod))]
    public void AnyFigureIsAnsweredOrRefused(string method)
    {
        List<string> faults = [];
        foreach (MethodInfo form in Methods.Where(candidate => Name(candidate) == method))
        {
            ParameterInfo[] parameters = form.GetParameters();
            foreach (object[] arguments in Combinations(
                [.. parameters.Select(parameter => Figures[Plain(parameter.ParameterType)])]))
            {
                try
                {
                    form.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
                }
                catch (ArgumentException refused) when (
                    parameters.Any(parameter => parameter.Name == refused.ParamName))
                {
                    continue;
                }
                catch (Exception fault)
                {
                    faults.Add(FormattableString.Invariant(
                        $"({string.Join(", ", arguments)}): {fault.GetType().Name}: {fault.Message}"));
                }
            }
        }

        Offenders.None(faults.Take(5));
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static IEnumerable<object[]> Combinations(object[][] choices) =>
        choices.Aggregate<object[], IEnumerable<object[]>>(
            [[]], (sets, choice) => sets.SelectMany(set => choice.Select(figure => (object[])[.. set, figure])));
}
