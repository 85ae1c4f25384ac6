using System.Reflection;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Json;

namespace RevenueModel.Tests.Conventions;

/// <summary>Conventions of all public records, on random values.</summary>
public class RecordConventionTests
{
    private const int Samples = 40;

    public static TheoryData<Type> EachConcrete => RecordTypes.EachConcrete;

    // Values that contradict themselves are printed as well, such as a line for tax without its basis.
    [Theory, MemberData(nameof(EachConcrete))]
    public void EachRecordPrints(Type type)
    {
        for (int seed = 0; seed < Samples; seed++)
        {
            object made = new RecordDice(seed, mayContradict: true).Create(type);
            Assert.Null(Record.Exception(made.ToString));
        }
    }

    [Theory, MemberData(nameof(EachConcrete))]
    public void APropertySetToItsOwnValueChangesNothing(Type type)
    {
        for (int seed = 0; seed < Samples; seed++)
        {
            object made = new RecordDice(seed).Create(type);
            foreach (PropertyInfo property in type.GetProperties().Where(one => one.SetMethod is { IsPublic: true }))
            {
                object same = Copy(made);
                property.SetValue(same, property.GetValue(made));

                Assert.True(made.Equals(same), $"{type.Name} {made}: {property.Name} set to its value");
                Assert.Equal(made.GetHashCode(), same.GetHashCode());
            }
        }
    }

    // For example a default value, and a value that a factory makes with the default terms.
    [Theory, MemberData(nameof(EachConcrete))]
    public void ValuesWithEqualPropertiesAreEqual(Type type)
    {
        List<object> values = [.. Enumerable.Range(0, Samples).Select(seed => new RecordDice(seed).Create(type))];
        if (type.IsValueType)
        {
            values.Add(Activator.CreateInstance(type)!);
        }

        foreach (IGrouping<string?, object> alike in values.GroupBy(value => value.ToString()))
        {
            object[] items = [.. alike];
            for (int i = 1; i < items.Length; i++)
            {
                object? other = items.Take(i).FirstOrDefault(one => HasEqualProperties(type, one, items[i]));
                Assert.True(other is null || other.Equals(items[i]), $"{type.Name} {items[i]}");
            }
        }
    }

    // F# sets init-only properties in constructor calls only.
    [Fact]
    public void EachInitOnlyPropertyCanBeSetInACall() => Offenders.None(
        from type in RecordTypes.All
        where !IsResult(type) && !HasPublicConstructor(type)
        from property in type.GetProperties()
        where property.SetMethod is { IsPublic: true }
        where !Factories(type).Any(factory => factory.GetParameters().Any(one =>
            string.Equals(one.Name, property.Name, StringComparison.OrdinalIgnoreCase)))
        select $"{type.Name}.{property.Name}");

    // Internal properties count as well, such as the order of the stages of a forecast.
    private static bool HasEqualProperties(Type type, object one, object other) => type
        .GetProperties(RecordTypes.Instance)
        .Where(property => property.GetMethod is { IsPrivate: false, IsFamily: false }
            && property.GetIndexParameters().Length == 0
            && !property.PropertyType.IsByRefLike)
        .All(property => Equals(property.GetValue(one), property.GetValue(other)));

    // Values that only the library creates need no factory.
    private static bool IsResult(Type type) => type.IsAbstract || !Factories(type).Any();

    private static bool HasPublicConstructor(Type type) => type.GetConstructors()
            .Any(one => !(one.GetParameters() is [var only] && only.ParameterType == type))
        || (type.IsValueType && !Factories(type).Any());

    private static IEnumerable<MethodInfo> Factories(Type type) =>
        type.GetMethods(BindingFlags.Static | BindingFlags.Public).Where(method =>
            method.ReturnType == type && !method.IsSpecialName && method.Name is not ("Parse" or "TryParse"));

    private static object Copy(object made) => made.GetType() is { IsValueType: true }
        ? MemberwiseCopy(made)
        : made.GetType().GetMethod("<Clone>$")!.Invoke(made, null)!;

    private static object MemberwiseCopy(object made) =>
        typeof(object).GetMethod("MemberwiseClone", RecordTypes.Instance)!.Invoke(made, null)!;
}
