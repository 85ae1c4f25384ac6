using System.Collections;
using RevenueModel.Json;
using RevenueModel.Primitives;
using RevenueModel.Tests.Architecture;

namespace RevenueModel.Tests.Json;

public class RoundTripTests
{
    private const int Samples = 60;

    // The ledgers of the samples are of one person; teams whose plans all have quotas are rare at random.
    private static readonly string[] AlwaysTheSame =
        ["CompLedger.Person", "TeamExpense.Quota", "TeamExpense.Bookings"];

    public static TheoryData<Type> EachConcrete => RecordTypes.EachConcrete;

    public static TheoryData<Type> EachClosed => [.. RecordTypes.Closed];

    [Fact]
    public void EveryPublicRecordHasAForm() =>
        Offenders.None(RecordTypes.All.Concat(RecordTypes.Closed).Where(type => AllShapes.Table.Find(type) is null));

    [Fact]
    public void TheCoreHas484PublicRecords() => Assert.Equal(484, RecordTypes.All.Count);

    [Theory, MemberData(nameof(EachConcrete))]
    public void EachRecordIsReadBackEqual(Type type)
    {
        for (int seed = 0; seed < Samples; seed++)
        {
            JsonAssert.RoundTrips(type, new RecordDice(seed).Create(type));
        }
    }

    // Otherwise a round trip would not show that a form forgets a property.
    [Theory, MemberData(nameof(EachConcrete))]
    public void EachPropertyTakesSeveralValuesInTheSamples(Type type)
    {
        object[] samples = [.. Enumerable.Range(0, Samples).Select(seed => new RecordDice(seed).Create(type))];
        Offenders.None(RecordTypes.Stored(type).Where(property =>
            !AlwaysTheSame.Contains($"{type.Name}.{property.Name}")
            && samples.Select(property.GetValue).Distinct().Count() < 2));
    }

    [Theory, MemberData(nameof(EachClosed))]
    public void EachListBandAndPairIsReadBackEqual(Type type)
    {
        for (int seed = 0; seed < 12; seed++)
        {
            JsonAssert.RoundTrips(type, new RecordDice(seed).Create(type));
        }
    }

    [Theory, MemberData(nameof(EachConcrete))]
    public void EachListOfARecordIsReadBackEqual(Type type)
    {
        Type list = typeof(ValueList<>).MakeGenericType(type);
        object value = new RecordDice(7).Create(list);
        JsonAssert.RoundTrips(list, value);
        Assert.IsAssignableFrom<IEnumerable>(value);
    }
}
