using RevenueModel.Segments;

namespace RevenueModel.Json;

/// <summary>The JSON forms of segments.</summary>
internal static class SegmentShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<Segmentation>(SegmentationForm);
        shapes.AddValue<SegmentMatch>(SegmentMatchForm);
        shapes.Add<Segment>(SegmentForm);
        shapes.AddValue<SegmentClassification>(SegmentClassificationForm);
    }

    private static Func<Values<Segmentation>, Segmentation> SegmentationForm(RecordBuilder<Segmentation> record)
    {
        var segments = record.Required("segments", static x => x.Segments);
        return values => values.Get(segments) is { IsEmpty: false } given
            ? Segmentation.Of(given.AsSpan())
            : Segmentation.Empty;
    }

    private static Func<Values<SegmentMatch>, SegmentMatch> SegmentMatchForm(RecordBuilder<SegmentMatch> record)
    {
        var isSize = record.Optional("isSize", static x => x.IsSize);
        var placement = record.Optional("placement", static x => x.Placement);
        var value = record.Optional("value", static x => x.Value);
        var lower = record.Optional("lower", static x => x.Lower);
        var upper = record.Optional("upper", static x => x.Upper);
        var distance = record.Optional("distanceToNearest", static x => x.DistanceToNearest);
        var isNearerToUpper = record.Optional("isNearerToUpper", static x => x.IsNearerToUpper);
        return values =>
        {
            if (values.Get(placement) is SegmentPlacement.InSegment or SegmentPlacement.OnSharedEnd
                or SegmentPlacement.BetweenSegments or SegmentPlacement.BelowAll)
            {
                values.Require("for this placement", upper);
            }

            if (values.Get(placement) is SegmentPlacement.OnSharedEnd or SegmentPlacement.BetweenSegments
                or SegmentPlacement.AboveAll)
            {
                values.Require("for this placement", lower);
            }

            return new SegmentMatch(
                values.Get(isSize),
                values.Get(placement),
                values.Get(value),
                values.Get(lower),
                values.Get(upper),
                values.Get(distance))
            {
                IsNearerToUpper = values.Get(isNearerToUpper),
            };
        };
    }

    private static Func<Values<Segment>, Segment> SegmentForm(RecordBuilder<Segment> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var sizeUnit = record.Required("sizeUnit", static x => x.SizeUnit, Forms.Name);
        var size = record.Required("size", static x => x.Size, Forms.SizeBand);
        var acv = record.Required("acv", static x => x.Acv, Forms.AmountBand);
        var cycleMonths = record.Required("cycleMonths", static x => x.CycleMonths, Forms.CountBand);
        var cycleDays = record.Required("cycleDays", static x => x.CycleDays, Forms.CountBand);
        var winRate = record.Required("winRate", static x => x.WinRate, Forms.ShareBand);
        var stage2ToCloseRate = record.Required(
            "stage2ToCloseRate", static x => x.Stage2ToCloseRate, Forms.Share);
        var coverageTarget = record.Required("coverageTarget", static x => x.CoverageTarget, Forms.Positive);
        var coverageTargetAtStage2 = record.Optional(
            "coverageTargetAtStage2", static x => x.CoverageTargetAtStage2, Forms.Positive.OrNull());
        var nrrTarget = record.Optional("nrrTarget", static x => x.NrrTarget, Forms.RatioBand.OrNull());
        var salesMotion = record.Optional("salesMotion", static x => x.SalesMotion, Forms.Name!);
        var decisionMakers = record.Optional("decisionMakers", static x => x.DecisionMakers);
        var stakeholderCount = record.Optional(
            "stakeholderCount", static x => x.StakeholderCount, Forms.CountBand.OrNull());
        var modules = record.Optional("modules", static x => x.Modules);
        var largestQuotedSize = record.Optional(
            "largestQuotedSize", static x => x.LargestQuotedSize, Forms.Long(0).OrNull());
        var largestQuotedAcv = record.Optional(
            "largestQuotedAcv", static x => x.LargestQuotedAcv, Forms.NotNegative.OrNull());
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new Segment
        {
            Name = values.Get(name),
            SizeUnit = values.Get(sizeUnit),
            Size = values.Get(size),
            Acv = values.Get(acv),
            CycleMonths = values.Get(cycleMonths),
            CycleDays = values.Get(cycleDays),
            WinRate = values.Get(winRate),
            Stage2ToCloseRate = values.Get(stage2ToCloseRate),
            CoverageTarget = values.Get(coverageTarget),
            CoverageTargetAtStage2 = values.Get(coverageTargetAtStage2),
            NrrTarget = values.Get(nrrTarget),
            SalesMotion = values.Get(salesMotion),
            DecisionMakers = values.Get(decisionMakers),
            StakeholderCount = values.Get(stakeholderCount),
            Modules = values.Get(modules),
            LargestQuotedSize = values.Get(largestQuotedSize),
            LargestQuotedAcv = values.Get(largestQuotedAcv),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<SegmentClassification>, SegmentClassification> SegmentClassificationForm(
        RecordBuilder<SegmentClassification> record)
    {
        var bySize = record.Required("bySize", static x => x.BySize);
        var byAcv = record.Required("byAcv", static x => x.ByAcv);
        return values => new SegmentClassification(values.Get(bySize), values.Get(byAcv));
    }
}
