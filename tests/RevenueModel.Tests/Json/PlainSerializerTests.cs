using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Json;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Tests.Json;

public class PlainSerializerTests
{
    public static TheoryData<Type> EachConcrete => RecordTypes.EachConcrete;

    public static TheoryData<Type> Each => RecordTypes.Each;

    [Theory, MemberData(nameof(EachConcrete))]
    public void WritingWithoutTheCompanionNamesIt(Type type)
    {
        object value = new RecordDice(3).Create(type);
        AssertNames(type, Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(value, type)));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new[] { value }));
    }

    [Theory, MemberData(nameof(Each))]
    public void ReadingWithoutTheCompanionNamesIt(Type type) =>
        AssertNames(type, Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize("{}", type)));

    [Fact]
    public void AListIsRefusedWithoutTheCompanion()
    {
        ValueList<decimal> list = [1m, 2m];
        AssertNames(
            typeof(ValueList<decimal>), Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(list)));
    }

    [Fact]
    public void AContextOfAnotherAssemblyRefusesWithoutTheCompanion()
    {
        var order = new Order("A1", Plan());
        Assert.Contains("AddRevenueModel", Assert.Throws<NotSupportedException>(
            () => JsonSerializer.Serialize(order, OrderContext.Default.Order)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AContextOfAnotherAssemblyWorksWithTheCompanion()
    {
        var order = new Order("A1", Plan());
        var context = new OrderContext(new JsonSerializerOptions().AddRevenueModel());
        string json = JsonSerializer.Serialize(order, context.Order);
        Assert.Equal(order, JsonSerializer.Deserialize(json, context.Order));
    }

    [Fact]
    public void TheReadyContextReadsWhatItWrote()
    {
        PricePlan plan = Plan();
        string json = JsonSerializer.Serialize(plan, RevenueModelJsonContext.Default.PricePlan);
        Assert.Equal(plan, JsonSerializer.Deserialize(json, RevenueModelJsonContext.Default.PricePlan));
        Assert.Equal(RevenueModelJson.Write(plan), json);
    }

    [Fact]
    public void TheReadyContextReadsAnAnalysisOfRetention()
    {
        AccountMonth[] months =
        [
            new() { Account = "A", Month = new YearMonth(2027, 1), Amount = 100m },
            new() { Account = "A", Month = new YearMonth(2027, 2), Amount = 130m },
        ];
        RetentionAnalysis analysis = RetentionAnalysisCalculator.Measure(
            months, new RetentionOptions { WindowMonths = 1 });

        string json = JsonSerializer.Serialize(analysis, RevenueModelJsonContext.Default.RetentionAnalysis);

        Assert.Equal(analysis, JsonSerializer.Deserialize(json, RevenueModelJsonContext.Default.RetentionAnalysis));
        Assert.Equal(RevenueModelJson.Write(analysis), json);
    }

    [Fact]
    public void TheReadyContextCoversEachOfItsTypes()
    {
        foreach (PropertyInfo property in typeof(RevenueModelJsonContext).GetProperties()
            .Where(property => property.PropertyType.IsGenericType))
        {
            Assert.NotNull(property.GetValue(RevenueModelJsonContext.Default));
        }
    }

    [Fact]
    public void RecordsInsideOtherObjectsAreReadBack()
    {
        var order = new Order("A1", Plan());
        string json = JsonSerializer.Serialize(order, JsonAssert.Plain);
        Assert.Equal(order, JsonSerializer.Deserialize<Order>(json, JsonAssert.Plain));
        Assert.Equal("$.Plan", Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Order>(
            """{ "Id": "A1", "Plan": { "name": "x", "baseFee": "?" } }""", JsonAssert.Plain)).Path);
    }

    [Fact]
    public void ReadyOptionsWriteAndReadTheTypesOfTheLibrary()
    {
        CompPlan plan = new RecordDice(4).Of<CompPlan>();
        string json = JsonSerializer.Serialize(plan, RevenueModelJson.Options);
        Assert.Equal(plan, JsonSerializer.Deserialize<CompPlan>(json, RevenueModelJson.Options));
        Assert.True(RevenueModelJson.Options.IsReadOnly);
    }

    [Fact]
    public void DecimalsOfOtherTypesKeepTheirConverters()
    {
        JsonSerializerOptions options = new JsonSerializerOptions
        {
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
        }.AddRevenueModel().AddRevenueModel();
        Assert.Equal(1.5m, JsonSerializer.Deserialize<decimal>("\"1.5\"", options));
        Assert.Single(options.Converters, converter => converter is RevenueModelConverterFactory);
    }

    [Fact]
    public void AFormOfAnAbstractRecordIsWrittenByItsOwnType()
    {
        object normal = AttainmentDistribution.Normal(1, 0.25);
        string json = JsonSerializer.Serialize(normal, normal.GetType(), JsonAssert.Plain);
        Assert.Equal("normal", (string?)JsonNode.Parse(json)!["kind"]);
        Assert.Equal(normal, JsonSerializer.Deserialize<AttainmentDistribution>(json, JsonAssert.Plain));
    }

    [Fact]
    public void AnUnknownTypeIsNotSupported() =>
        Assert.Throws<NotSupportedException>(() => RevenueModelJson.Read<Order>("{}"));

    private static PricePlan Plan() => new()
    {
        Name = "Usage",
        Charges = [new Charge { Name = "calls", Price = PriceModel.PerUnit(0.020m) }],
    };

    private static void AssertNames(Type type, NotSupportedException error)
    {
        Assert.Contains(type.Name, error.Message, StringComparison.Ordinal);
        Assert.Contains("RevenueModel.Json", error.Message, StringComparison.Ordinal);
        Assert.Contains("options.AddRevenueModel()", error.Message, StringComparison.Ordinal);
    }
}

/// <summary>A type of an app that holds a record of the library.</summary>
public sealed record Order(string Id, PricePlan Plan);

/// <summary>A source-generated context of an app.</summary>
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Invoice))]
internal sealed partial class OrderContext : JsonSerializerContext;
