import { versionIdentity, type VersionOwners } from '@understudy/evidence';
import type { ModelVersion } from '@understudy/store';
import type { Candidate } from '../candidates/candidate.js';
import type { Reference } from '../candidates/find-reference.js';

/** Says which versions of the arena are a candidate or the reference. */
export class ModelVersions {
  readonly #versions: readonly {
    readonly id: string;
    readonly identity: string | undefined;
    readonly owner: string | undefined;
  }[];
  readonly #measured: ReadonlySet<string>;

  /** @param candidates all of them, the reference's too */
  constructor(
    versions: readonly ModelVersion[],
    { candidates, owners }: { readonly candidates: readonly Candidate[]; readonly owners: VersionOwners },
  ) {
    this.#measured = new Set(candidates.flatMap(({ measured }) => measured?.model.identity ?? []));
    this.#versions = versions.map((version) => {
      return { id: version.id, identity: versionIdentity(version), owner: owners.ownerOf(version) };
    });
  }

  /** Ids of a candidate's versions. One with an identity that was measured is that measured model and no other of its card. */
  ofCandidate({ card, measured }: Candidate): readonly string[] {
    return this.#of(card?.id, measured === undefined ? [] : [measured.model.identity]);
  }

  ofReference({ id, measured }: Reference): readonly string[] {
    return this.#of(
      id,
      measured.flatMap((candidate) => candidate.measured?.model.identity ?? []),
    );
  }

  /** Ids of versions that are none of these models. */
  ofNobody(candidates: readonly Candidate[], reference: Reference): readonly string[] {
    const known = new Set([
      ...this.ofReference(reference),
      ...candidates.flatMap((candidate) => this.ofCandidate(candidate)),
    ]);
    return this.#versions.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  }

  #of(owner: string | undefined, identities: readonly string[]): readonly string[] {
    return this.#versions
      .filter((version) => {
        if (version.identity !== undefined && this.#measured.has(version.identity)) {
          return identities.includes(version.identity);
        }
        return owner !== undefined && version.owner === owner;
      })
      .map(({ id }) => id);
  }
}
