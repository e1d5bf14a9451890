// The chimes of the signs: the more tones, the lower, so that count and pitch say the same twice.

let context = null;

export function turn(on) {
  if (on) {
    context ??= new AudioContext();
    context.resume();
  } else {
    context?.suspend();
  }
}

export function chime({ tones, hertz, toneMillis, gapMillis }) {
  if (context?.state !== "running") {
    return;
  }
  for (let i = 0; i < tones; i++) {
    const start = context.currentTime + (i * (toneMillis + gapMillis)) / 1000;
    const end = start + toneMillis / 1000;
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(0.12, start + 0.01);
    loudness.gain.setValueAtTime(0.12, end - 0.02);
    loudness.gain.linearRampToValueAtTime(0, end);
    tone.connect(loudness).connect(context.destination);
    tone.start(start);
    tone.stop(end);
  }
}
