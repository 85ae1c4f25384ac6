using RevenueModel.Compensation.Analysis;

namespace RevenueModel.Json;

/// <summary>The JSON forms of comparisons of comp plans and the cost of teams.</summary>
internal static class CompAnalysisShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<BreakEven>(BreakEvenForm);
        shapes.Add<CompPlanFinding>(CompPlanFindingForm);
        shapes.Add<CompPlanNorms>(CompPlanNormsForm);
        shapes.AddValue<DealComparison>(DealComparisonForm);
        shapes.AddValue<EffectiveRatePoint>(EffectiveRatePointForm);
        shapes.Add<TeamMember>(TeamMemberForm);
        shapes.Add<MeasureAttainment>(MeasureAttainmentForm);
        shapes.Add<MemberExpense>(MemberExpenseForm);
        shapes.Add<TeamExpense>(TeamExpenseForm);
        shapes.Add<CompPlanComparison>(CompPlanComparisonForm);
        shapes.Add(new UnionShape<AttainmentDistribution>(
            nameof(AttainmentDistribution),
            DistributionCase<NormalAttainment>(shapes, "normal", static record =>
            {
                var mean = record.Required("mean", static x => x.Location);
                var deviation = record.Required("standardDeviation", static x => x.Scale);
                return values => AttainmentDistribution.Normal(values.Get(mean), values.Get(deviation));
            }),
            DistributionCase<LogNormalAttainment>(shapes, "logNormal", static record =>
            {
                var mean = record.Required("mean", static x => x.Location);
                var deviation = record.Required("standardDeviation", static x => x.Scale);
                return values => AttainmentDistribution.LogNormal(values.Get(mean), values.Get(deviation));
            }),
            DistributionCase<UniformAttainment>(shapes, "uniform", static record =>
            {
                var low = record.Required("low", static x => x.Low);
                var high = record.Required("high", static x => x.High);
                return values => AttainmentDistribution.Uniform(values.Get(low), values.Get(high));
            }),
            DistributionCase<TriangularAttainment>(shapes, "triangular", static record =>
            {
                var low = record.Required("low", static x => x.Low);
                var mode = record.Required("mode", static x => x.Mode);
                var high = record.Required("high", static x => x.High);
                return values => AttainmentDistribution.Triangular(
                    values.Get(low), values.Get(mode), values.Get(high));
            }),
            DistributionCase<EmpiricalAttainment>(shapes, "empirical", static record =>
            {
                var attainments = record.Required("attainments", static x => x.Sorted);
                return values => AttainmentDistribution.Empirical(values.Get(attainments).AsSpan());
            })));
    }

    private static Func<Values<BreakEven>, BreakEven> BreakEvenForm(RecordBuilder<BreakEven> record)
    {
        var credit = record.Required("credit", static x => x.Credit);
        var firstAttainment = record.Required("firstAttainment", static x => x.FirstAttainment);
        var secondAttainment = record.Required("secondAttainment", static x => x.SecondAttainment);
        var below = record.Required("below", static x => x.Below);
        var above = record.Required("above", static x => x.Above);
        return values => new BreakEven(
            values.Get(credit),
            values.Get(firstAttainment),
            values.Get(secondAttainment),
            values.Get(below),
            values.Get(above));
    }

    private static Func<Values<CompPlanFinding>, CompPlanFinding> CompPlanFindingForm(
        RecordBuilder<CompPlanFinding> record)
    {
        var check = record.Required("check", static x => x.Check);
        var severity = record.Required("severity", static x => x.Severity);
        var measured = record.Required("measured", static x => x.Measured);
        var norm = record.Optional("norm", static x => x.Norm);
        var explanation = record.Required("explanation", static x => x.Explanation);
        var otherNorm = record.Optional("otherNorm", static x => x.OtherNorm);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new CompPlanFinding(
            values.Get(check),
            values.Get(severity),
            values.Get(measured),
            values.Get(norm),
            values.Get(explanation))
        {
            OtherNorm = values.Get(otherNorm),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<CompPlanNorms>, CompPlanNorms> CompPlanNormsForm(RecordBuilder<CompPlanNorms> record)
    {
        var commonQuotaToOte = record.Optional(
            "commonQuotaToOte", static x => x.CommonQuotaToOte, fallback: new CompPlanNorms().CommonQuotaToOte);
        var publishedQuotaToOte = record.Optional(
            "publishedQuotaToOte",
            static x => x.PublishedQuotaToOte,
            fallback: new CompPlanNorms().PublishedQuotaToOte);
        return values => new CompPlanNorms
        {
            CommonQuotaToOte = values.Get(commonQuotaToOte),
            PublishedQuotaToOte = values.Get(publishedQuotaToOte),
        };
    }

    private static Func<Values<DealComparison>, DealComparison> DealComparisonForm(
        RecordBuilder<DealComparison> record)
    {
        var credit = record.Required("credit", static x => x.Credit);
        var first = record.Required("first", static x => x.First);
        var second = record.Required("second", static x => x.Second);
        return values => new DealComparison(values.Get(credit), values.Get(first), values.Get(second));
    }

    private static Func<Values<EffectiveRatePoint>, EffectiveRatePoint> EffectiveRatePointForm(
        RecordBuilder<EffectiveRatePoint> record)
    {
        var attainment = record.Required("attainment", static x => x.Attainment);
        var credit = record.Required("credit", static x => x.Credit);
        var pay = record.Required("pay", static x => x.Pay);
        var marginalRate = record.Required("marginalRate", static x => x.MarginalRate);
        var jump = record.Required("jump", static x => x.Jump);
        var isCorner = record.Required("isCorner", static x => x.IsCorner);
        return values => new EffectiveRatePoint(
            values.Get(attainment),
            values.Get(credit),
            values.Get(pay),
            values.Get(marginalRate),
            values.Get(jump),
            values.Get(isCorner));
    }

    private static Func<Values<TeamMember>, TeamMember> TeamMemberForm(RecordBuilder<TeamMember> record)
    {
        var plan = record.Required("plan", static x => x.Plan);
        var headCount = record.Optional("headCount", static x => x.HeadCount, Forms.Count, fallback: 1);
        var attainment = record.Optional("attainment", static x => x.Attainment);
        var measures = record.Optional("measures", static x => x.Measures);
        return values => new TeamMember
        {
            Plan = values.Get(plan),
            HeadCount = values.Get(headCount),
            Attainment = values.Get(attainment),
            Measures = values.Get(measures),
        };
    }

    private static Func<Values<MeasureAttainment>, MeasureAttainment> MeasureAttainmentForm(
        RecordBuilder<MeasureAttainment> record)
    {
        var measure = record.Required("measure", static x => x.Measure);
        var attainment = record.Required("attainment", static x => x.Attainment);
        return values => MeasureAttainment.Of(values.Get(measure), values.Get(attainment));
    }

    private static Func<Values<MemberExpense>, MemberExpense> MemberExpenseForm(RecordBuilder<MemberExpense> record)
    {
        var member = record.Required("member", static x => x.Member);
        var variable = record.Required("variablePerPerson", static x => x.VariablePerPerson);
        var deviation = record.Required("standardDeviationPerPerson", static x => x.StandardDeviationPerPerson);
        var bookings = record.Optional("bookingsPerPerson", static x => x.BookingsPerPerson);
        var probability = record.Optional("probabilityOfQuota", static x => x.ProbabilityOfQuota);
        return values => new MemberExpense(
            values.Get(member),
            values.Get(variable),
            values.Get(deviation),
            values.Get(bookings),
            values.Get(probability));
    }

    private static Func<Values<TeamExpense>, TeamExpense> TeamExpenseForm(RecordBuilder<TeamExpense> record)
    {
        var members = record.Required("members", static x => x.Members);
        return values => new TeamExpense(values.Get(members));
    }

    private static Func<Values<CompPlanComparison>, CompPlanComparison> CompPlanComparisonForm(
        RecordBuilder<CompPlanComparison> record)
    {
        var first = record.Required("first", static x => x.First);
        var second = record.Required("second", static x => x.Second);
        var firstTarget = record.Required("firstTarget", static x => x.FirstTarget);
        var secondTarget = record.Required("secondTarget", static x => x.SecondTarget);
        var pay = record.Required("pay", static x => x.Pay);
        var deals = record.Optional("deals", static x => x.Deals);
        var breakEvens = record.Optional("breakEvens", static x => x.BreakEvens);
        return values => new CompPlanComparison(
            values.Get(first),
            values.Get(second),
            values.Get(firstTarget),
            values.Get(secondTarget),
            values.Get(pay),
            values.Get(deals),
            values.Get(breakEvens));
    }

    private static Case<AttainmentDistribution> DistributionCase<T>(
        ShapeTable shapes,
        string kind,
        Func<RecordBuilder<T>, Func<Values<T>, AttainmentDistribution>> build)
        where T : AttainmentDistribution
    {
        var shape = new RecordShape<T>(shapes, "AttainmentDistribution." + kind, record =>
        {
            record.Kind(kind);
            Func<Values<T>, AttainmentDistribution> create = build(record);
            return values => (T)create(values);
        });
        shapes.Add<T>(shape);
        return new Case<AttainmentDistribution, T>(kind, shape);
    }
}
