
namespace RevenueModel.Compensation;

/// <summary>How several credits of a <see cref="CompMeasure"/> make up what was attained.</summary>
public enum MeasureKind
{
    /// <summary>They add up: ARR booked, activations. Prorated and ramped targets apply.</summary>
    Flow = 0,

    /// <summary>Each is a reading, and the latest one stands: a retention rate, a head count. The target is a level
    /// too, and is never prorated.</summary>
    Level = 1,
}
