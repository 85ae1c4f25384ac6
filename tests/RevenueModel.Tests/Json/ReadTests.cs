using System.Text;
using System.Text.Json;
using RevenueModel.Billing;
using RevenueModel.Compensation;
using RevenueModel.Json;
using RevenueModel.Pipeline;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Json;

public class ReadTests
{
    private const string Plan = """
        {
          // the plan of 2027
          "name": "Usage",
          "baseFee": 500,
          "charges": [
            {
              "name": "calls",
              "price": {
                "tiers": [{ "end": 1000, "unitPrice": 0.02 }, { "end": "abc", "unitPrice": 0.01 }],
                "kind": "graduated",
              },
            },
          ],
        }
        """;

    [Fact]
    public void AnErrorNamesPathValueAndPosition()
    {
        JsonException error = Assert.Throws<JsonException>(() => RevenueModelJson.Read<PricePlan>(Plan));
        Assert.Equal(
            "$.charges[0].price.tiers[1].end: was \"abc\"; a number is expected (line 9, column 64)", error.Message);
        Assert.Equal("$.charges[0].price.tiers[1].end", error.Path);
        Assert.Equal(8, error.LineNumber);
    }

    [Fact]
    public void CommentsTrailingCommasAndALateKindAreAllowed()
    {
        PricePlan plan = RevenueModelJson.Read<PricePlan>(Plan.Replace("\"abc\"", "2000", StringComparison.Ordinal));
        Assert.Equal(
            PriceModel.Graduated(PriceTier.UpTo(1000m, 0.02m), PriceTier.UpTo(2000m, 0.01m)), plan.Charges[0].Price);
    }

    [Theory]
    [InlineData("""{ "name": "x", "basefee": 1 }""", "$.basefee: is not known; known are name, baseFee, charges")]
    [InlineData("""{ "name": "x", "name": "y" }""", "$.name: is repeated")]
    [InlineData("""{ "baseFee": 1 }""", "$: has no member \"name\", which is required")]
    [InlineData("""{ "name": null }""", "$.name: was null; a text is expected")]
    [InlineData("""{ "name": "x", "charges": null }""", "$.charges: was null; an array is expected")]
    [InlineData("""{ "name": "x", "baseFee": -1 }""", "$.baseFee: BaseFee was -1; zero or more is expected")]
    [InlineData("""{ "name": "x", "percentDiscount": 22 }""", "$.percentDiscount: PercentDiscount was 22; a fraction")]
    [InlineData("""{ "name": "x", "dayCount": "yes" }""", "$.dayCount: was \"yes\"; one of ")]
    [InlineData("""{ "name": "x", "charges": [{ "name": "c", "price": { "kind": "free" } }] }""",
        "$.charges[0].price.kind: was \"free\"; one of graduated, volume, stairstep")]
    [InlineData("""{ "name": "x", "charges": [{ "name": "c", "price": {} }] }""",
        "$.charges[0].price: has no member \"kind\"")]
    [InlineData("""{ "name": "x" } 1""", "$: '1' is invalid after a single JSON value")]
    [InlineData("""{ "name": "x", """, "$: ")]
    [InlineData("""{ "name": "x", "baseFee": 1..2 }""", "$.baseFee: ")]
    [InlineData("", "$: ")]
    [InlineData("7", "$: was 7; an object is expected (line 1, column 1)")]
    [InlineData("""{ "name": "\ud800" }""", "$.name: was text that is not valid Unicode")]
    public void WhatIsWrongIsNamed(string json, string message)
    {
        JsonException error = Assert.Throws<JsonException>(() => RevenueModelJson.Read<PricePlan>(json));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Matches(@"\(line \d+, column \d+\)$", error.Message);
    }

    [Fact]
    public void ColumnsCountCharacters()
    {
        JsonException error = Assert.Throws<JsonException>(
            () => RevenueModelJson.Read<PricePlan>("{\n  \"name\": \"Größe 📈\", \"baseFee\": \"?\" }"));
        Assert.EndsWith("(line 2, column 34)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PercentagesAreReadAsFractions()
    {
        PipelineStage stage =
            RevenueModelJson.Read<PipelineStage>("""{ "name": "Proposal", "winProbability": "22.5%" }""");
        Assert.Equal(0.225m, stage.WinProbability);
        Assert.Throws<JsonException>(
            () => RevenueModelJson.Read<PipelineStage>("""{ "name": "Proposal", "winProbability": 22 }"""));
    }

    [Fact]
    public void APublishedMeasureIsAName()
    {
        Assert.Equal("\"new ARR\"", RevenueModelJson.Write(CompMeasure.NewArr));
        Assert.Equal(CompMeasure.LogoRetention, RevenueModelJson.Read<CompMeasure>("\"logo retention\""));
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<CompMeasure>("\"logos\""));
    }

    [Fact]
    public void MembersWithTheirDefaultAreLeftOut() =>
        Assert.Equal("""{"name":"Free"}""", RevenueModelJson.Write(new PricePlan { Name = "Free" }));

    [Fact]
    public void SizeAndDepthAreLimited()
    {
        var small = new JsonLimits { MaxBytes = 10 };
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<PricePlan>("""{ "name": "Usage" }""", small));
        Assert.Throws<JsonException>(() => RevenueModelJson.Write(new PricePlan { Name = "Usage" }, limits: small));
        using var endless = new MemoryStream(new byte[100]);
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<PricePlan>(endless, small));

        string deep = string.Concat(Enumerable.Repeat("""{ "name": "x", "protection": { "moveUpTo": """, 40));
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<PricePlan>(deep));
        PricePlan plan = new() { Name = "x" };
        for (int i = 0; i < 40; i++)
        {
            plan = new PricePlan { Name = "x", Protection = new OverageProtection { MoveUpTo = plan } };
        }

        Assert.Throws<JsonException>(() => RevenueModelJson.Write(plan));
        var deeper = new JsonLimits { MaxDepth = 100 };
        Assert.Equal(plan, RevenueModelJson.Read<PricePlan>(RevenueModelJson.Write(plan, limits: deeper), deeper));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLimits { MaxDepth = 0 });
    }

    [Fact]
    public void StreamsAndBytesAreReadLikeTexts()
    {
        var plan = new PricePlan { Name = "Größe", BaseFee = 1.50m };
        using var stream = new MemoryStream();
        stream.Write("\uFEFF"u8);
        RevenueModelJson.Write(stream, plan, indented: true);
        stream.Position = 0;
        Assert.Equal(plan, RevenueModelJson.Read<PricePlan>(stream));
        Assert.Equal(plan, RevenueModelJson.Read<PricePlan>(stream.ToArray()));
        Assert.Contains("Größe", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void HalfOfASurrogatePairIsNotWritten() =>
        Assert.Throws<JsonException>(() => RevenueModelJson.Write(new PricePlan { Name = "x\ud800" }));

    [Fact]
    public void InvoicesOfHistoriesAreReadBackAndContinued()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            History history = HistoryArbitraries.Of(seed);
            foreach (Invoice invoice in HistoryInvoices.WithAdjustments(history))
            {
                JsonAssert.RoundTrips(invoice);
            }

            foreach (Invoice invoice in HistoryInvoices.Whole(history))
            {
                Invoice read = RevenueModelJson.Read<Invoice>(RevenueModelJson.Write(invoice));
                Assert.Equal(invoice.ClosingAccount, read.ClosingAccount);
            }
        }
    }

    [Fact]
    public void StatementsAreReadBackAndContinued()
    {
        int compared = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            CompLedger ledger = new RecordDice(seed).Of<CompLedger>();
            CompLedger read = RevenueModelJson.Read<CompLedger>(RevenueModelJson.Write(ledger));
            Assert.Equal(ledger, read);
            DateSpan year = DateSpan.Year(2027);
            ValueList<CompStatement> statements;
            try
            {
                statements = StatementCalculator.Run(ledger, year);
            }
            catch (ArgumentException)
            {
                continue;
            }

            JsonAssert.RoundTrips(statements);
            Assert.Equal(statements, StatementCalculator.Run(read, year));
            compared++;
        }

        Assert.True(compared > 5, $"{compared} ledgers compared");
    }
}
