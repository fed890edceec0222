namespace OpenStateHub.Core.Network;

/// <summary>What places help each other with.</summary>
public enum Topic
{
    Secretariat,
    CoCreation,
    Plan,
    Tracking,
    Verification,
    Evaluation,
    OpenData,
    Participation,
    Accountability,
    Training,
    Technology,
}

public enum OfferKind
{
    Offer,
    Need,
}
