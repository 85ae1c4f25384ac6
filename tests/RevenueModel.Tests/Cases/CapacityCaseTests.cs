using System.Text.Json;
using NodaTime;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

/// <summary>Worked examples of other systems; <c>Data/cases/capacity.json</c> names the source of each.</summary>
public class CapacityCaseTests
{
    [Fact]
    [Case("cap-001")]
    public void RampedAndRampingHeadsAddUp()
    {
        JsonElement example = TestData.Case("cap-001");
        JsonElement inputs = example.GetProperty("inputs");

        CapacityEstimate capacity = CapacityCalculator.Estimate(
            inputs.Decimal("ramped"),
            inputs.Decimal("ramping"),
            inputs.Decimal("quota"),
            inputs.Decimal("attainment"),
            inputs.Decimal("ramp_productivity"));

        CaseAssert.Close(example, "ramped", capacity.Ramped);
        CaseAssert.Close(example, "ramping", capacity.Ramping);
        CaseAssert.Close(example, "total", capacity.Total);
    }

    [Fact]
    [Case("cap-003")]
    public void HiresRampFromTheMonthOfTheirStart()
    {
        JsonElement example = TestData.Case("cap-003");
        JsonElement inputs = example.GetProperty("inputs");
        var terms = new CapacityTerms
        {
            AnnualQuota = inputs.Decimal("annual_quota"),
            Ramp = RampCurve.Of(inputs.GetProperty("ramp").EnumerateArray().Select(share => share.GetDecimal())),
        };
        SalesHead[] hires =
        [
            .. Enumerable.Range(0, inputs.GetProperty("hires").GetInt32()).Select(i => new SalesHead
            {
                Name = $"{i}", Employed = DateSpan.From(new LocalDate(2027, 1, 1)),
            }),
        ];

        decimal[] quarters =
        [
            .. CapacityCalculator.ByMonth(terms, hires, new YearMonth(2027, 1), 9).AsEnumerable()
                .Chunk(3).Select(quarter => quarter.Sum(month => month.Bookings)),
        ];

        Assert.Equal(example.GetProperty("expected").EnumerateArray().Select(value => value.GetDecimal()), quarters);
    }

    [Fact]
    [Case("cap-004")]
    public void HeadsForATargetAreRoundedUp()
    {
        JsonElement example = TestData.Case("cap-004");
        JsonElement inputs = example.GetProperty("inputs");

        HeadRequirement heads = HiringCalculator.RequiredHeads(
            inputs.Decimal("target"), inputs.Decimal("quota"), inputs.Decimal("attainment"));

        CaseAssert.Close(example, "capacity", heads.Quota);
        CaseAssert.Close(example, "reps_raw", heads.ExactHeads);
        CaseAssert.Close(example, "reps", heads.Heads);
    }

    [Fact]
    [Case("cap-008")]
    public void AWaterfallStatesWhatWasLostAndRecovered()
    {
        JsonElement example = TestData.Case("cap-008");
        JsonElement inputs = example.GetProperty("inputs");
        var waterfall = new CapacityWaterfall
        {
            Opening = inputs.Decimal("boq"), Lost = inputs.Decimal("loss"), Recovered = inputs.Decimal("backfill"),
        };

        // The example prints shares to three decimal places.
        CaseAssert.Close(example, "eoq", waterfall.Closing);
        CaseAssert.Close(example, "attrition", decimal.Round(waterfall.LostShare!.Value, 3));
        CaseAssert.Close(example, "recovery", decimal.Round(waterfall.RecoveredShare!.Value, 3));
        CaseAssert.Close(example, "unrecovered", decimal.Round(waterfall.UnrecoveredShare!.Value, 3));
    }

    [Fact]
    [Case("cap-009")]
    public void AQuotaIsATargetWithABuffer()
    {
        JsonElement example = TestData.Case("cap-009");
        JsonElement inputs = example.GetProperty("inputs");
        var quota = new QuotaAssignment
        {
            Target = inputs.Decimal("target"),
            Renewals = inputs.Decimal("renewal"),
            SalesShare = inputs.Decimal("sales_share"),
            Heads = inputs.GetProperty("reps").GetInt32(),
            Buffer = inputs.Decimal("buffer"),
        };

        CaseAssert.Close(example, "sales", quota.SalesTarget);
        CaseAssert.Close(example, "per_rep", quota.TargetPerHead);
        CaseAssert.Close(example, "loaded", quota.AssignedQuota);
        CaseAssert.Close(example, "per_rep_loaded", quota.QuotaPerHead);
    }
}
